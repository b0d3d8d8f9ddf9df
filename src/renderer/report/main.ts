import { ask, bridge } from '../app/client'
import '../fonts.css'
import './print.css'
import { printReport } from './print-report'

/** Entry of the print page: lays out the report that it was opened for, and says when it stands. */
void printReport({
  page: document,
  model: () => ask(bridge().reports.printing, {}),
})
