using ClaimTracker.Data;

namespace ClaimTracker.Api.Tests.Hosting;

/// <summary>Events of any kind on any subject, as no use case makes them.</summary>
internal static class EventTestExtensions
{
    public static Task RecordAsync(this WriteTx tx, string actor, string kind, string subject, object? before, object? after) =>
        EventWriter.RecordAsync(tx, actor, new EventKind(kind), new Subject(subject), before, after, touched: []);

    public static Task AppendAsync(this WriteTx tx, string actor, string kind, string subject, EventBody said) =>
        EventWriter.AppendAsync(tx, actor, new EventKind(kind), new Subject(subject), said);
}
