namespace ClaimTracker.Api.Web;

/// <summary>Limits of requests, lists and the process. Validators, OpenAPI and the guides read them here.</summary>
internal static class HttpLimits
{
    public const int RequestBodyBytes = 16 * 1024 * 1024;

    /// <summary>Room for every query parameter at its limit, each character of it percent-encoded.</summary>
    public const int RequestLineBytes = 64 * 1024;

    /// <summary>A shorter answer is sent as it is: it fits one packet anyway.</summary>
    public const int CompressedFromBytes = 1_024;

    /// <summary>Connections at the same time; fewer if the process may open few files. Further ones are closed.</summary>
    public const int Connections = 10_000;

    /// <summary>A client that sends its body or reads its answer more slowly than this is cut off.</summary>
    public const int SlowestBytesASecond = 4_096;

    /// <summary>How long a client may be slower than that.</summary>
    public const int SlowestGraceSeconds = 10;

    public const int PageSize = 500;
    public const int DefaultPageSize = 50;
    public const int Cursor = 1_000;

    /// <summary>Values of a query parameter that takes several, such as <c>ids</c>.</summary>
    public const int ListedValues = 500;

    public const int IdempotencyKeyLength = 255;

    /// <summary>Requests in a minute with one key, unless the settings say otherwise.</summary>
    public const int RequestsPerKey = 6_000;

    /// <summary>Requests in a minute from one address without a valid key, unless the settings say otherwise.</summary>
    public const int RequestsPerAddress = 60;

    /// <summary>
    /// Cost of the requests in a minute with one key, unless the settings say otherwise. A request costs 1, heavy work 20, an export 100,
    /// and each megabyte of a body 100.
    /// </summary>
    public const int CostPerKey = 12_000;

    /// <summary>Exports that run at the same time, unless the settings say otherwise.</summary>
    public const int ConcurrentExports = 4;

    /// <summary>Streams that are open at the same time, of the public, readers and the desk each; half are for one caller.</summary>
    public const int ConcurrentStreams = 400;

    /// <summary>After this time without a change a stream says that it is still there.</summary>
    public const int StreamSilenceSeconds = 15;

    /// <summary>A client that does not take the next page of a stream in this time is cut off.</summary>
    public const int StreamSendSeconds = 10;

    /// <summary>How long a stream stays open.</summary>
    public const int StreamMinutes = 60;

    /// <summary>How long caches keep what the public read: as long may a retraction take to be seen.</summary>
    public const int PublicSeconds = 60;

    /// <summary>How long a browser remembers what a page of a named origin may ask.</summary>
    public const int PreflightSeconds = 7_200;

    /// <summary>Callers that are counted apart; those past them share one count.</summary>
    public const int CountedCallers = 100_000;

    /// <summary>How long requests that were begun may take to end when the service is told to stop.</summary>
    public const int StopSeconds = 30;

    /// <summary>How long a check of /readyz waits for an answer.</summary>
    public const int ProbeSeconds = 5;

    /// <summary>Less room on the disk of the data folder, and the service is not ready.</summary>
    public const int DiskFloorBytes = 64 * 1024 * 1024;
}
