import type { DomBlock } from '../article/dom-blocks.ts';
import { IconButton } from './IconButton.tsx';
import { message, number } from './messages.ts';
import { useSpeech } from './use-speech.ts';

interface Props {
  readonly blocks: readonly DomBlock[];
  readonly lang: string;
  readonly onClose: () => void;
}

/** Reads the article aloud, or says which voice is missing. */
export function SpeechBar({ blocks, lang, onClose }: Props) {
  const { choice, voice, voices, setVoiceName, rate, setRate, state, speech } = useSpeech(blocks, lang);
  const isPlaying = state.status === 'playing';
  return (
    <section class="speech" aria-label={message('speech.title')}>
      {speech && (
        <>
          <IconButton icon="previous" label={message('speech.back')} onClick={() => speech.skip(-1)} />
          <IconButton
            icon={isPlaying ? 'pause' : 'play'}
            label={message(isPlaying ? 'speech.pause' : 'speech.play')}
            onClick={() => (isPlaying ? speech.pause() : speech.play())}
          />
          <IconButton icon="next" label={message('speech.forward')} onClick={() => speech.skip(1)} />
          <label class="speed">
            {message('speech.speed')}{' '}
            <select onChange={({ currentTarget }) => setRate(Number(currentTarget.value))}>
              {[0.75, 1, 1.25, 1.5, 2].map((each) => (
                <option key={each} value={each} selected={each === rate}>
                  {number(each)}×
                </option>
              ))}
            </select>
          </label>
        </>
      )}
      {voices.length > 0 && (
        <label>
          {message('speech.voice')}{' '}
          <select onChange={({ currentTarget }) => setVoiceName(currentTarget.value)}>
            {!voice && <option selected>{message('speech.choose')}</option>}
            {voices.map((each) => (
              <option key={each.voiceURI} value={each.name} selected={each === voice}>
                {each.localService ? each.name : message('speech.remote', each.name)}
              </option>
            ))}
          </select>
        </label>
      )}
      {choice.status === 'only-remote' && !voice && <p>{message('speech.onlyRemote')}</p>}
      {choice.status === 'other-languages' && <p>{message('speech.otherLanguages')}</p>}
      {choice.status === 'none' && <p>{message('speech.none')}</p>}
      {state.status === 'failed' && <p role="alert">{message('speech.failed')}</p>}
      <IconButton icon="close" label={message('close')} onClick={onClose} />
    </section>
  );
}
