import { describe, expect, it } from 'vitest';
import { type Choice, type Choices, choose } from '../../components/view/use-choices.ts';

const start: Choices = {
  shown: null,
  chosen: null,
  isCardOpen: false,
  panel: null,
  notNames: [],
  justHidden: null,
};
const after = (...choices: Choice[]) => choices.reduce(choose, start);

describe('choose', () => {
  it('opens the card of a chosen name', () => {
    expect(after({ type: 'choose', name: 'Ada' })).toMatchObject({ chosen: 'Ada', isCardOpen: true });
  });

  it('closes the innermost open thing first', () => {
    const open = after({ type: 'toggle', panel: 'index' }, { type: 'choose', name: 'Ada' });
    const once = choose(open, { type: 'escape' });
    expect(once).toMatchObject({ isCardOpen: false, panel: 'index', chosen: 'Ada' });
    const twice = choose(once, { type: 'escape' });
    expect(twice).toMatchObject({ panel: null, chosen: 'Ada' });
    expect(choose(twice, { type: 'escape' })).toMatchObject({ chosen: null });
  });

  it('has one panel open at a time, and closes it by the same button', () => {
    const find = after({ type: 'toggle', panel: 'aa' }, { type: 'toggle', panel: 'find' });
    expect(find.panel).toBe('find');
    expect(choose(find, { type: 'toggle', panel: 'find' }).panel).toBeNull();
  });

  it('hides what is no name, and takes it back', () => {
    const hidden = after({ type: 'choose', name: 'Field' }, { type: 'hideName', name: 'Field' });
    expect(hidden).toMatchObject({
      notNames: ['Field'],
      justHidden: 'Field',
      chosen: null,
      isCardOpen: false,
    });
    expect(choose(hidden, { type: 'showName', name: 'Field' })).toMatchObject({
      notNames: [],
      justHidden: null,
    });
  });
});
