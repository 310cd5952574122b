namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>A body that each endpoint takes, so that a test can make one thing wrong.</summary>
internal static class GoodBodies
{
    private const string Evidence = """{"source":{"url":"https://example.org/a"},"excerpt":"As it says.","stance":"supports"}""";

    private const string Reason = """{"reason":"Order of the court of Port Alden, 12/2026."}""";

    private static readonly Dictionary<string, string> ByEndpoint = new(StringComparer.Ordinal)
    {
        ["AcceptCitation"] = """{"stance":"supports"}""",
        ["AssignClaim"] = """{"assignee":"Noor Haddad"}""",
        ["AttachEvidence"] = Evidence,
        ["AttachEvidenceToSentence"] = Evidence,
        ["CorrectVerdict"] = """{"kind":"correction","reason":"A figure was wrong.","publicText":"We corrected a figure."}""",
        ["CreateArticle"] = """{"text":"The mayor spoke."}""",
        ["CreateClaim"] = """{"text":"The mayor spoke."}""",
        ["CreateClaimOfSentence"] = """{"text":"The mayor spoke."}""",
        ["CreateComment"] = """{"subject":"claim/1","text":"Look at the register."}""",
        ["CreateField"] = """{"on":"claim","name":"topic","type":"choice","choices":["Health","Sport"]}""",
        ["CreateKey"] = """{"label":"desk"}""",
        ["CreateList"] = """{"name":"The harbour"}""",
        ["CreateRatingScale"] = """{"name":"Two","ratings":[{"name":"No"},{"name":"Yes"}]}""",
        ["CreateSource"] = """{"url":"https://example.org/b"}""",
        ["CreateSubscription"] = """{"feedUrl":"https://checks.example/feed"}""",
        ["CreateUser"] = """{"name":"Ines","role":"checker"}""",
        ["DismissCitation"] = """{"reason":"It says nothing of the kind."}""",
        ["DecideMatch"] = """{"state":"confirmed"}""",
        ["DraftVerdict"] = """{"rating":"True","justification":"As the evidence says."}""",
        ["EraseArticle"] = Reason,
        ["EraseComment"] = Reason,
        ["EraseEvidence"] = Reason,
        ["EraseSource"] = Reason,
        ["LinkEvidence"] = """{"stance":"refutes"}""",
        ["MergeClaim"] = """{"into":2,"reason":"The same in other words."}""",
        ["MergeSentences"] = """{"ids":[1,2]}""",
        ["MoveVerdicts"] = """{"move":"submit","ids":[1]}""",
        ["RejectVerdict"] = """{"comment":"Name the register."}""",
        ["RelateClaim"] = """{"relation":"same"}""",
        ["RetractVerdict"] = """{"reason":"The register was wrong."}""",
        ["ReviseArticle"] = """{"text":"The mayor spoke."}""",
        ["SetCheckWorthiness"] = """{"weights":[{"component":"numbers","weight":2}]}""",
        ["SplitSentence"] = """{"at":5}""",
        ["LocateQuote"] = """{"exact":"The mayor"}""",
        ["MatchText"] = """{"text":"The mayor spoke."}""",
        ["SplitIntoSentences"] = """{"text":"The mayor spoke."}""",
        ["UnmergeClaim"] = """{"reason":"They differ."}""",
        ["TriageSentences"] = """{"items":[{"id":1,"state":"not_checkable"}]}""",
    };

    /// <summary>Null where the endpoint takes no body.</summary>
    public static string? Of(Type endpoint) => endpoint.Shape() switch
    {
        { HasBody: false } => null,
        { Patch: not null } => "{}",
        _ => ByEndpoint.GetValueOrDefault(endpoint.Name, "{}"),
    };
}
