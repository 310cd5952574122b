namespace ClaimTracker.Api.Web.Health;

/// <summary>What the service knows of itself that makes it ready or not, beside what a probe finds out.</summary>
internal sealed class ServiceState
{
    private volatile string? _history;
    private volatile bool _stopping;

    /// <summary>Why the history cannot be relied on just now; null where it can.</summary>
    public string? History => _history;

    public bool Stopping => _stopping;

    /// <summary>The last stop was not a clean one: until the end of the history was looked at, the service is not ready.</summary>
    public void Verifying() => _history = "The last stop was not a clean one: the end of the history is being checked.";

    public void HistoryHolds() => _history = null;

    public void Broken(long seq) => _history = $"The history is broken at line {seq}: an operator must look into it.";

    public void Unread() => _history = "The end of the history could not be read: an operator must look into it.";

    public void Stop() => _stopping = true;
}
