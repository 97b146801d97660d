import { type Answer, dataAnswer, eventAnswer, jsonAnswer, textAnswer } from '../answer.ts';
import { textOf } from '../json.ts';
import { type LogicalRequest, seedOfRequest } from '../logical-request.ts';
import { bytesOf } from '../seed.ts';
import { tokensOf } from '../tokens.ts';

const contentTypes: ReadonlyMap<string, string> = new Map([
  ['aac', 'audio/aac'],
  ['flac', 'audio/flac'],
  ['mp3', 'audio/mpeg'],
  ['opus', 'audio/ogg'],
  ['pcm', 'audio/pcm'],
  ['wav', 'audio/wav'],
]);

/** Answers `POST /audio/speech` with bytes that no player understands. */
export function answerSpeech(request: LogicalRequest): Answer {
  const format = textOf(request.body['response_format'] ?? 'mp3');
  return dataAnswer(contentTypes.get(format) ?? 'application/octet-stream', bytesOf(seedOfRequest(request), 256));
}

/** Answers `POST /audio/transcriptions` and `POST /audio/translations`. */
export function answerTranscription(request: LogicalRequest): Answer {
  const { body } = request;
  const text = `Words ${seedOfRequest(request).slice(0, 8)}, déjà vu ✓`;
  if (body['stream'] === 'true') return stream(text);
  return formats.get(textOf(body['response_format']))?.(text, request) ?? jsonAnswer({ text });
}

const length = 2.5;

type Format = (text: string, request: LogicalRequest) => Answer;

const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['text', (text) => textAnswer(`${text}\n`)],
  ['srt', (text) => textAnswer(`1\n00:00:00,000 --> 00:00:02,500\n${text}\n\n`)],
  ['vtt', (text) => textAnswer(`WEBVTT\n\n00:00:00.000 --> 00:00:02.500\n${text}\n\n`)],
  ['verbose_json', answerVerbosely],
]);

function answerVerbosely(text: string, { operation, body }: LogicalRequest): Answer {
  const task = operation.endsWith('translations') ? 'translate' : 'transcribe';
  const segment = { id: 0, seek: 0, start: 0, end: length, text, tokens: [1, 2, 3], temperature: 0 };
  const quality = { avg_logprob: -0.25, compression_ratio: 1, no_speech_prob: 0.125 };
  const wantsWords = JSON.stringify(body['timestamp_granularities[]'] ?? '').includes('word');
  const words = wantsWords ? { words: [{ word: 'Words', start: 0, end: length }] } : {};
  return jsonAnswer({
    task,
    language: 'english',
    duration: length,
    text,
    segments: [{ ...segment, ...quality }],
    ...words,
  });
}

function stream(text: string): Answer {
  const deltas = tokensOf(text).map((delta) => ({ data: { type: 'transcript.text.delta', delta } }));
  return eventAnswer([...deltas, { data: { type: 'transcript.text.done', text } }, { data: '[DONE]' }]);
}
