import { describe, expect, it } from 'vitest'
import { hiddenFields } from './form'

const page = `
  <form role="search"><input type="hidden" name="other" value="x"/><input name="words"/></form>
  <form action="" method="POST"><input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;a&amp;b&quot;}"/>
    <input type="hidden" name="$ACTION_KEY"/><label>PIN<input name="pin" type="password" value="seen"/></label></form>`

describe('The hidden fields of a form', () => {
  it('are those of the form that holds the field asked for, with their characters as they were', () => {
    expect(hiddenFields(page, 'pin')).toEqual([
      ['$ACTION_1:0', '{"id":"a&b"}'],
      ['$ACTION_KEY', ''],
    ])
  })

  it('are not made up for a page that has no such form', () => {
    expect(() => hiddenFields(page, 'topicCode')).toThrow('No form')
  })
})
