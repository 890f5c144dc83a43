import * as z from 'zod'
import { isRealDate } from '@/lib/calendar/iso-date'
import { commonPins } from './common-pins'

const shortest = 8
const longest = 64
const forbiddenRun = 8
const tooCommon = 'Questo PIN è tra i più usati e si indovina facilmente: scegline un altro.'
const keyboardRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890', 'qwertzuiop', 'azertyuiop', '!"£$%&/()=']
/** Without 0 O, 1 I L, 2 Z, 5 S, 8 B, that people mistake for one another on paper. */
const initialAlphabet = 'ACDEFGHJKMNPQRTUVWXY34679'
const initialLength = 16

/**
 * The PIN a person chooses, kept exactly as typed: no trimming, no change of case, any character (ASVS 5.0, 6.2.5 and
 * 6.2.8). 8–64 characters; refused when it holds 8 consecutive characters of the person's codice fiscale in either case
 * (6.2.11) or is one of the common ones (6.2.4), a date, a run of neighbouring characters or a short repetition. Each
 * refusal has its own sentence; only the first is given.
 */
export function pinSchema(codiceFiscale: string) {
  return z
    .string('Scrivi il PIN.')
    .refine((pin) => pin !== '', { error: 'Scrivi il PIN.', abort: true })
    .refine((pin) => lengthOf(pin) <= longest, {
      error: `Il PIN può avere al massimo ${longest} caratteri.`,
      abort: true,
    })
    .refine((pin) => lengthOf(pin) >= shortest, {
      error: `Il PIN deve avere almeno ${shortest} caratteri.`,
      abort: true,
    })
    .refine((pin) => !sharesRun(pin, codiceFiscale), {
      error: `Il PIN non può contenere ${forbiddenRun} caratteri di seguito del tuo codice fiscale.`,
      abort: true,
    })
    .refine((pin) => !isCommonPin(pin), tooCommon)
}

/**
 * Whether a PIN is among the first ones that get tried, whatever its case: the shipped list, a date of 1900–2099 in any
 * usual order, neighbours in the alphabet, among the digits or on the keyboard, a piece of up to 4 characters repeated.
 */
export function isCommonPin(pin: string): boolean {
  const lower = pin.toLowerCase()
  return commonPins.has(lower) || isDate(lower) || isRun(lower) || isKeyboardWalk(lower) || isRepetition(lower)
}

/**
 * A 16-character PIN to be replaced at first access: capital letters and digits without look-alikes, each equally
 * likely. `random(n)` must give n unpredictable bytes; a source that keeps giving unusable ones is refused.
 */
export function initialPin(random: (n: number) => Uint8Array): string {
  const fair = 256 - (256 % initialAlphabet.length)
  let pin = ''
  for (let attempt = 0; attempt < 100; attempt++) {
    for (const byte of random(initialLength)) {
      if (byte < fair && pin.length < initialLength) pin += initialAlphabet.charAt(byte % initialAlphabet.length)
    }
    if (pin.length === initialLength) return pin
  }
  throw new Error('the random source gives no usable bytes')
}

/** Characters as people count them: an emoji of two UTF-16 units is one. Huge texts are not walked through. */
const lengthOf = (pin: string) => (pin.length > 2 * longest ? pin.length : [...pin].length)

function sharesRun(pin: string, codiceFiscale: string): boolean {
  const [upperPin, upperCode] = [pin.toUpperCase(), codiceFiscale.toUpperCase()]
  for (let start = 0; start + forbiddenRun <= upperCode.length; start++) {
    if (upperPin.includes(upperCode.slice(start, start + forbiddenRun))) return true
  }
  return false
}

function isDate(pin: string): boolean {
  const digits = pin.replace(/[ /.-]/g, '')
  if (!/^[0-9]{8}$/.test(digits)) return false
  const part = (from: number, to: number) => Number(digits.slice(from, to))
  const [first, second, last] = [part(0, 2), part(2, 4), part(4, 8)]
  return (
    isRecentDate(last, second, first) ||
    isRecentDate(last, first, second) ||
    isRecentDate(part(0, 4), part(4, 6), part(6, 8))
  )
}

const isRecentDate = (year: number, month: number, day: number) =>
  year >= 1900 && year <= 2099 && isRealDate(year, month, day)

/** 12345678, 87654321, 78901234, abcdefgh… */
function isRun(pin: string): boolean {
  const codes = [...pin].map((character) => character.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0))
  const isStep = (by: number) => steps.every((step) => step === by || (/^[0-9]+$/.test(pin) && step === -9 * by))
  return isStep(1) || isStep(-1)
}

function isKeyboardWalk(pin: string): boolean {
  const backwards = [...pin].reverse().join('')
  return keyboardRows.some((row) => row.includes(pin) || row.includes(backwards))
}

function isRepetition(pin: string): boolean {
  return [1, 2, 3, 4].some((length) => pin === pin.slice(0, length).repeat(pin.length).slice(0, pin.length))
}
