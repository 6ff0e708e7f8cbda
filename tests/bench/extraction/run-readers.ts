import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answer, Job } from './worker.ts';

const patience = 60_000;
const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** Runs the jobs in child processes; a job that hangs or kills its process is answered as an error. */
export async function runReaders(
  jobs: readonly Job[],
  { processes, dom, onAnswer }: { processes: number; dom: string; onAnswer: (answer: Answer) => void },
): Promise<void> {
  const queue = [...jobs];
  await Promise.all(Array.from({ length: processes }, () => serve(queue, dom, onAnswer)));
}

async function serve(queue: Job[], dom: string, onAnswer: (answer: Answer) => void): Promise<void> {
  let child: ChildProcess | null = null;
  // A fresh process now and then: readers leak, and a full heap would be charged to the next one.
  for (let served = 0; queue.length > 0; served++) {
    if (child && served % 1600 === 0) child.kill();
    if (!child || child.killed || child.exitCode !== null) child = await start(dom);
    const job = queue.shift()!;
    const answer = await ask(child, job);
    if (!answer) child.kill('SIGKILL');
    onAnswer(answer ?? { id: job.id, reader: job.reader, reading: null, error: 'no answer' });
  }
  child?.kill();
}

function start(dom: string): Promise<ChildProcess> {
  const child = fork(worker, [dom], {
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=3000'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child));
    child.once('exit', (code) => reject(new Error(`the bench's worker ended at once with code ${code}`)));
  });
}

/** The answer, or null when there is none in time. */
function ask(child: ChildProcess, job: Job): Promise<Answer | null> {
  return new Promise((resolve) => {
    const settle = (answer: Answer | null): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(answer);
    };
    const timer = setTimeout(() => settle(null), patience);
    child.on('message', (answer) => settle(answer as Answer));
    child.on('exit', () => settle(null));
    child.on('error', () => settle(null));
    child.send(job);
  });
}
