import { assurance } from './assurance'
import { atlas } from './atlas'
import { bigfirm } from './bigfirm'
import { cards } from './cards'
import { harbor } from './harbor'
import { ledger } from './ledger'
import { nordic } from './nordic'
import { plainspoken } from './plainspoken'
import { principles } from './principles'
import { regional } from './regional'
import { startup } from './startup'
import { typewriter } from './typewriter'

export const tuned = { harbor, nordic, ledger, bigfirm, startup, atlas }
export const heldOut = { assurance, principles, plainspoken, typewriter, cards, regional }
