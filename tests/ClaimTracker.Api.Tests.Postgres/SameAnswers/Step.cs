namespace ClaimTracker.Api.Tests.SameAnswers;

/// <summary>
/// One call of the script. An edit carries the ETag that a GET gives just before, unless it says another; a list is followed
/// through its pages.
/// </summary>
/// <param name="Status">What it is answered with.</param>
/// <param name="Request">Method and address.</param>
/// <param name="Body">The body, if it has one.</param>
internal sealed record Step(int Status, string Request, string? Body = null)
{
    public const string Admin = "admin";

    public HttpMethod Method => HttpMethod.Parse(Request.AsSpan(0, Request.IndexOf(' ', StringComparison.Ordinal)));

    public string Address => Prefix + Request[(Request.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    /// <summary>What stands before every address of the API.</summary>
    public string Prefix { get; init; } = "/api/v1";

    public string ContentType { get; init; } = "application/json";

    public string? IfMatch { get; init; }

    public string? IfNoneMatch { get; init; }

    /// <summary>Who sends it: an admin; null for a stranger, without a key; or a user whose key another step keeps.</summary>
    public string? By { get; init; } = Admin;

    /// <summary>The name under which the key in its answer is kept.</summary>
    public string? Keeps { get; init; }

    public bool IsEdit => Method == HttpMethod.Patch || Method == HttpMethod.Put || Method == HttpMethod.Delete;

    /// <summary>Reads that succeed.</summary>
    public static IEnumerable<Step> Reads(params string[] addresses) => addresses.Select(static address => new Step(200, $"GET {address}"));

    public override string ToString() => $"{Request} {Body}";
}
