import { diagram } from '#workflows/resolution/diagram.ts'

console.log(diagram())
