import { loadReader } from './cage/bundled'

// What the cage runs: the bundled reader.
loadReader().load('server/reader/answerRequest.js')
