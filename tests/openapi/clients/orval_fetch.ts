// How orval's client sends its requests: to whichever service it is told, with a key.

export const service = { url: "", key: "" };

export async function send<T>(path: string, options: RequestInit): Promise<T> {
  const headers = { ...options.headers, Authorization: `Bearer ${service.key}` };
  const answer = await fetch(service.url + path, { ...options, headers });
  const text = await answer.text();
  return { data: text === "" ? undefined : JSON.parse(text), status: answer.status, headers: answer.headers } as T;
}
