import type { Answer } from '../answer.ts';
import type { LogicalRequest } from '../logical-request.ts';
import { answerSpeech, answerTranscription } from './audio.ts';
import { answerChat } from './chat.ts';
import { answerCompletions } from './completions.ts';
import { answerEmbeddings } from './embeddings.ts';
import { answerImages } from './images.ts';
import { answerResource } from './resources.ts';
import { answerResponses, answerStoredResponse } from './responses.ts';

const answerers: Readonly<Record<string, (request: LogicalRequest) => Answer>> = {
  'GET /responses/{}': answerStoredResponse,
  'POST /audio/speech': answerSpeech,
  'POST /audio/transcriptions': answerTranscription,
  'POST /audio/translations': answerTranscription,
  'POST /chat/completions': answerChat,
  'POST /completions': answerCompletions,
  'POST /embeddings': answerEmbeddings,
  'POST /extensions/chat/completions': answerChat,
  'POST /images/edits': answerImages,
  'POST /images/generations': answerImages,
  'POST /responses': answerResponses,
  'POST /responses/{}/cancel': answerStoredResponse,
};

/** The answer to a request that nothing speaks against: a pure function of what it asks for. */
export function answerRequest(request: LogicalRequest): Answer {
  return (answerers[request.operation] ?? answerResource)(request);
}
