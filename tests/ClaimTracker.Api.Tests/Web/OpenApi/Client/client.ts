// The main job, by a client that knows the service from its OpenAPI document alone: api.d.ts is generated from it.
// The compiler refuses what the document does not describe, and the service refuses what it describes wrongly.
import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./api.js";

type Problem = components["schemas"]["ProblemBody"];
type Verdict = components["schemas"]["VerdictResponse"];

const [baseUrl = "http://127.0.0.1:5080", key = ""] = process.argv.slice(2);

function signIn(bearer: string): Client<paths> {
    return createClient<paths>({
        baseUrl,
        headers: { Authorization: `Bearer ${bearer}` },
        querySerializer: { array: { style: "form", explode: false } }, // Several values with commas between them.
    });
}

/** What a call gave; a refusal ends the run, in the words of the service. */
async function got<T>(call: Promise<{ data?: T; error?: Problem; response: Response }>): Promise<T> {
    const { data, error, response } = await call;
    if (data === undefined) {
        const fields = Object.entries(error?.errors ?? {}).map(([field, wrong]) => `${field}: ${wrong.join(", ")}`);
        throw new Error(`${response.status} of ${response.url}: ${error?.detail} ${fields.join("; ")}`);
    }

    return data;
}

function expect<T>(actual: T, wanted: T, what: string): void {
    if (actual !== wanted) {
        throw new Error(`${what} is ${String(actual)}, not ${String(wanted)}.`);
    }
}

const writer = signIn(key);

// An article comes in, and one of its sentences makes a claim; the other is set aside.
const article = await got(writer.POST("/api/v1/articles", {
    body: { text: "The council spent $4.2 million on cranes in 2025. It rained.", kind: "draft", publisher: "Tidings" },
}));
const [first, second] = article.sentences;
if (first === undefined || second === undefined) {
    throw new Error("The article has two sentences.");
}

expect(first.state, "open", "The state of the first sentence");
const claim = await got(writer.POST("/api/v1/sentences/{id}/claims", {
    params: { path: { id: first.id } },
    body: { text: "The council spent $4.2 million on cranes in 2025.", headline: null, tags: ["money"] },
}));
expect(claim.verdict, null, "The verdict of a new claim");
await got(writer.PATCH("/api/v1/sentences/{id}", {
    params: { path: { id: second.id }, header: { "If-Match": "*" } },
    body: { state: "not_checkable" },
}));

// Evidence, and a verdict that rests on it.
const evidence = await got(writer.POST("/api/v1/claims/{id}/evidence", {
    params: { path: { id: claim.id } },
    body: {
        source: { url: "https://port-alden.example/accounts-2025.pdf", title: "Accounts of 2025", kind: "official", medium: "pdf" },
        excerpt: "Cranes and lifting gear: 3,912,400 dollars.",
        locator: { page: "14" },
        stance: "refutes",
    },
}));
const draft: Verdict = await got(writer.POST("/api/v1/claims/{id}/verdicts", {
    params: { path: { id: claim.id }, header: { "Idempotency-Key": "draft-1" } },
    body: { rating: "Mostly true", justification: "The accounts give 3.9 million dollars, not 4.2." },
}));
expect(draft.evidence[0]?.id, evidence.id, "The evidence of the draft");
const submitted = await got(writer.POST("/api/v1/verdicts/{id}/submit", { params: { path: { id: draft.id } } }));
expect(submitted.state, "in_review", "The state of the submitted verdict");

// Nobody approves their own work: the service says so, and a colleague does.
const own = await writer.POST("/api/v1/verdicts/{id}/approve", { params: { path: { id: draft.id } } });
expect(own.error?.status, 403, "The status of an approval of one's own verdict");
const user = await got(writer.POST("/api/v1/users", { body: { name: "Noor Haddad", role: "editor" } }));
const secret = await got(writer.POST("/api/v1/users/{id}/keys", { params: { path: { id: user.id } }, body: { label: "laptop" } }));
const colleague = signIn(secret.key);
await got(colleague.POST("/api/v1/verdicts/{id}/approve", { params: { path: { id: draft.id } } }));
const published = await got(colleague.POST("/api/v1/verdicts/{id}/publish", { params: { path: { id: draft.id } } }));
expect(published.state, "published", "The state of the published verdict");
expect(published.publishedAt === null, false, "Whether it was published at no time");

// The line stands as it is, and so nothing blocks the article.
const before = await got(colleague.GET("/api/v1/articles/{id}/coverage", { params: { path: { id: article.id } } }));
expect(before.readyToPublish, false, "Whether the article was ready before its line was settled");
await got(colleague.PUT("/api/v1/sentences/{id}/claims/{claimId}", {
    params: { path: { id: first.id, claimId: claim.id } },
    body: { outcome: "stands", outcomeNote: "The next edition corrects it." },
}));
const after = await got(colleague.GET("/api/v1/articles/{id}/coverage", { params: { path: { id: article.id } } }));
expect(after.readyToPublish, true, "Whether the article is ready");

// What is handed out: the list of verdicts, page by page, and the export.
const page = await got(colleague.GET("/api/v1/verdicts", { params: { query: { state: ["published", "superseded"], articleId: article.id, limit: 1 } } }));
expect(page.items[0]?.rating.name, "Mostly true", "The rating in the list");
expect(page.next, null, "The next page");
const csv = await got(colleague.GET("/api/v1/exports/verdicts.csv", { params: { query: { articleId: article.id } }, parseAs: "text" }));
expect(csv.trimEnd().split("\r\n").length, 2, "The number of lines of the export");

console.log("done");
