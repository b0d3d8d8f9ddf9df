/** Division of integers towards negative infinity; `divisor` is positive. */
function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor
  return dividend % divisor < 0n ? quotient - 1n : quotient
}

/**
 * An exact number. Points are sums of multiples of 20/6 and 40/6, which no binary float holds; here
 * 10 + 13⅓ + 20 + 26⅔ is 70 (SCORING.md "Terms"). Kept as it comes, since scores add up a handful
 * of small numbers and reducing them would only cost time.
 */
export class Rational {
  static readonly zero = Rational.of(0)

  private constructor(
    private readonly numerator: bigint,
    private readonly denominator: bigint,
  ) {}

  /** `numerator / denominator`, both whole, the denominator positive. */
  static of(numerator: number, denominator = 1): Rational {
    return new Rational(BigInt(numerator), BigInt(denominator))
  }

  /** From the text of an edition: "2" or "20/6". */
  static parse(text: string): Rational {
    const [numerator, denominator] = text.split('/').map(Number)
    return Rational.of(numerator ?? NaN, denominator)
  }

  plus(other: Rational): Rational {
    // Many effects of one rate add up without their denominators multiplying each other.
    if (this.denominator === other.denominator)
      return new Rational(this.numerator + other.numerator, this.denominator)
    return new Rational(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    )
  }

  minus(other: Rational): Rational {
    return this.plus(new Rational(-other.numerator, other.denominator))
  }

  times(other: Rational): Rational {
    return new Rational(this.numerator * other.numerator, this.denominator * other.denominator)
  }

  /** Divided by something above 0. */
  dividedBy(other: Rational): Rational {
    return new Rational(this.numerator * other.denominator, this.denominator * other.numerator)
  }

  /** Below, equal to or above the other: negative, 0 or positive. */
  compare(other: Rational): number {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  }

  isAtLeast(other: Rational): boolean {
    return this.compare(other) >= 0
  }

  /** Its distance from 0. */
  absolute(): Rational {
    return this.numerator < 0n ? new Rational(-this.numerator, this.denominator) : this
  }

  get isZero(): boolean {
    return this.numerator === 0n
  }

  /** The nearest value between two bounds. */
  clamp(lowest: Rational, highest: Rational): Rational {
    if (this.compare(lowest) < 0) return lowest
    return this.compare(highest) > 0 ? highest : this
  }

  /** The whole part: 7/2 → 3, −7/2 → −3. */
  truncated(): Rational {
    return new Rational(this.numerator / this.denominator, 1n)
  }

  /** Rounded half up to so many decimals, as the closest double. */
  rounded(decimals: number): number {
    const doubled = 2n * this.numerator * 10n ** BigInt(decimals)
    return Number(floorDivide(doubled + this.denominator, 2n * this.denominator)) / 10 ** decimals
  }

  /** In lowest terms: "40/3", "-7/2", "20". */
  toFraction(): string {
    let [divisor, rest] = [this.absolute().numerator, this.denominator]
    while (rest !== 0n) [divisor, rest] = [rest, divisor % rest]
    const [numerator, denominator] = [this.numerator / divisor, this.denominator / divisor]
    return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`
  }

  /** Cut after so many decimals (towards negative infinity), as the closest double. */
  cut(decimals: number): number {
    const scaled = this.numerator * 10n ** BigInt(decimals)
    return Number(floorDivide(scaled, this.denominator)) / 10 ** decimals
  }
}
