// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SessionWarning } from './session-warning'

/** jsdom has no PerformanceObserver: this one lets a test say that the page asked the portal for something. */
let requested: (name: string) => void = () => {}
class Observer {
  constructor(callback: (list: { getEntries: () => { name: string }[] }) => void) {
    requested = (name) => callback({ getEntries: () => [{ name }] })
  }
  observe() {}
  disconnect() {}
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('PerformanceObserver', Observer)
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})
const minutes = (count: number) => act(() => vi.advanceTimersByTime(count * 60_000))

test('nothing is said while there is time, then the end is told two minutes before, then that it came', () => {
  render(<SessionWarning idleMinutes={15} />)
  minutes(12)
  expect(screen.queryByRole('status')).toBeNull()
  minutes(1.2)
  expect(screen.getByText('Resta connesso')).toBeDefined()
  minutes(2)
  expect(screen.getByText('La sessione è scaduta')).toBeDefined()
})

test('what the page asks of the portal pushes the end away; its own scripts do not', () => {
  render(<SessionWarning idleMinutes={15} />)
  minutes(12)
  requested('http://localhost/api/bozze/1')
  minutes(12)
  expect(screen.queryByRole('status')).toBeNull()
  requested('http://localhost/_next/static/a.js')
  minutes(1.2)
  expect(screen.getByText('Resta connesso')).toBeDefined()
})

test('«Resta connesso» keeps the session awake', async () => {
  const asked = vi.fn(async () => new Response('{}'))
  vi.stubGlobal('fetch', asked)
  render(<SessionWarning idleMinutes={15} />)
  minutes(13.5)
  await act(async () => screen.getByText('Resta connesso').click())
  expect(asked).toHaveBeenCalledWith('/api/sessione', { method: 'POST' })
  expect(screen.queryByRole('status')).toBeNull()
})
