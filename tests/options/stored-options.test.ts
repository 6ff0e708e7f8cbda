import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaults } from '../../components/options/options.ts';
import { openOptions } from '../../components/options/stored-options.ts';

beforeEach(() => fakeBrowser.reset());

const stored = async () => (await fakeBrowser.storage.sync.get('options')).options;

describe('openOptions', () => {
  it('loads what another session stored', async () => {
    await fakeBrowser.storage.sync.set({ options: { version: 1, theme: 'sepia', size: 'broken' } });
    expect(await openOptions().load()).toEqual({ ...defaults, theme: 'sepia' });
  });

  it('shows a change at once and stores it when flushed', async () => {
    const holder = openOptions();
    holder.change({ theme: 'dark' });
    expect(holder.current().theme).toBe('dark');
    expect(await holder.flush()).toBe(true);
    expect(await stored()).toEqual({ version: 1, theme: 'dark' });
  });

  it('writes the beginning and the end of a dragged slider', async () => {
    vi.useFakeTimers();
    const set = vi.spyOn(fakeBrowser.storage.sync, 'set');
    const holder = openOptions();
    for (let size = 14; size < 30; size++) holder.change({ size });
    await vi.advanceTimersByTimeAsync(1000);
    vi.useRealTimers();
    expect(set).toHaveBeenCalledTimes(2);
    expect(await stored()).toEqual({ version: 1, size: 29 });
  });

  it('asks storage to write before the change returns, for the page may close right after', async () => {
    const holder = openOptions();
    await holder.load();
    const set = vi.spyOn(fakeBrowser.storage.sync, 'set');
    holder.change({ theme: 'black' });
    await Promise.resolve();
    expect(set).toHaveBeenCalledTimes(1);
    set.mockRestore();
  });

  it('keeps what another view changed meanwhile', async () => {
    const [here, there] = [openOptions(), openOptions()];
    await Promise.all([here.load(), there.load()]);
    here.change({ theme: 'dark' });
    await here.flush();
    there.change({ size: 20 });
    await there.flush();
    expect(await stored()).toEqual({ version: 1, theme: 'dark', size: 20 });
  });

  it('tells other views of a change', async () => {
    const here = openOptions();
    const there = openOptions();
    const seen = vi.fn();
    there.watch(seen);
    here.change({ font: 'sans' });
    await here.flush();
    expect(seen).toHaveBeenLastCalledWith({ ...defaults, font: 'sans' });
  });

  it('keeps a change that storage refused, and writes it later', async () => {
    const holder = openOptions();
    const set = vi.spyOn(fakeBrowser.storage.sync, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES'));
    holder.change({ theme: 'black' });
    expect(await holder.flush()).toBe(false);
    expect(holder.current().theme).toBe('black');
    set.mockRestore();
    expect(await holder.flush()).toBe(true);
    expect(await stored()).toEqual({ version: 1, theme: 'black' });
  });

  it('reads with the defaults when storage is out of order', async () => {
    vi.spyOn(fakeBrowser.storage.sync, 'get').mockRejectedValueOnce(new Error('corrupt'));
    expect(await openOptions().load()).toEqual(defaults);
  });

  it('begins with the defaults when storage is slow, and takes what comes late', async () => {
    vi.useFakeTimers();
    let answer = (_: object) => {};
    const slow = new Promise<object>((resolve) => {
      answer = resolve;
    });
    const get = vi.spyOn(fakeBrowser.storage.sync, 'get').mockReturnValue(slow as never);
    const holder = openOptions();
    const seen = vi.fn();
    holder.watch(seen);
    const loading = holder.load();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await loading).toEqual(defaults);
    answer({ options: { version: 1, theme: 'dark' } });
    await vi.advanceTimersByTimeAsync(1);
    expect(seen).toHaveBeenLastCalledWith({ ...defaults, theme: 'dark' });
    get.mockRestore();
    vi.useRealTimers();
  });

  it('never writes defaults over what could not be read', async () => {
    await fakeBrowser.storage.sync.set({ options: { version: 1, theme: 'sepia', size: 22 } });
    const get = vi.spyOn(fakeBrowser.storage.sync, 'get').mockRejectedValueOnce(new Error('busy'));
    const holder = openOptions();
    await holder.load();
    get.mockRestore();
    holder.change({ font: 'sans' });
    expect(await holder.flush()).toBe(true);
    expect(await stored()).toEqual({ version: 1, theme: 'sepia', size: 22, font: 'sans' });
  });

  it('goes on with what it shows when storage is cleared under it', async () => {
    const holder = openOptions();
    await holder.load();
    holder.change({ theme: 'dark' });
    await holder.flush();
    await fakeBrowser.storage.sync.clear();
    holder.change({ size: 20 });
    expect(await holder.flush()).toBe(true);
    expect(holder.current().size).toBe(20);
  });
});
