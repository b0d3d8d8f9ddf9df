import fc from 'fast-check'

/** One counterexample kills a mutant; looking for the smallest one would take most of the time. */
fc.configureGlobal({ endOnFailure: true })
