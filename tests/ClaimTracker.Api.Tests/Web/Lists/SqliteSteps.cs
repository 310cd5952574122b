using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace ClaimTracker.Api.Tests.Web.Lists;

/// <summary>
/// Counts the steps of SQLite's virtual machine that each statement takes, on the connections that are opened from now on: unlike time,
/// they are the same on each run.
/// </summary>
internal sealed class SqliteSteps : IDisposable
{
    private const string Library = "e_sqlite3";
    private const int StepsOfMachine = 4;
    private const uint AtTheEnd = 2;

    // Held here, so that they live as long as SQLite may call them.
    private static readonly Opened WhenOpened = Watch;
    private static readonly Ended WhenEnded = Count;
    private static readonly ConcurrentQueue<(string Sql, long Steps)> Ran = new();

    public SqliteSteps() => _ = sqlite3_auto_extension(WhenOpened);

    private delegate int Opened(nint connection, nint message, nint routines);

    private delegate int Ended(uint what, nint context, nint statement, nint time);

    /// <summary>The statements that ended since the last call, with their steps.</summary>
    public static IReadOnlyList<(string Sql, long Steps)> Take()
    {
        var ran = new List<(string, long)>();
        while (Ran.TryDequeue(out var one))
        {
            ran.Add(one);
        }

        return ran;
    }

    public void Dispose()
    {
        _ = sqlite3_cancel_auto_extension(WhenOpened);
        Ran.Clear();
    }

    private static int Watch(nint connection, nint message, nint routines) => sqlite3_trace_v2(connection, AtTheEnd, WhenEnded, 0);

    private static int Count(uint what, nint context, nint statement, nint time)
    {
        var steps = sqlite3_stmt_status(statement, StepsOfMachine, reset: 1);
        Ran.Enqueue((Marshal.PtrToStringUTF8(sqlite3_sql(statement)) ?? "", steps));
        return 0;
    }

#pragma warning disable SA1300, IDE1006, SYSLIB1054, CA5392 // The names are SQLite's; delegates need no generated code.
    [DllImport(Library)]
    private static extern int sqlite3_auto_extension(Opened entry);

    [DllImport(Library)]
    private static extern int sqlite3_cancel_auto_extension(Opened entry);

    [DllImport(Library)]
    private static extern int sqlite3_trace_v2(nint connection, uint what, Ended ended, nint context);

    [DllImport(Library)]
    private static extern int sqlite3_stmt_status(nint statement, int counter, int reset);

    [DllImport(Library)]
    private static extern nint sqlite3_sql(nint statement);
#pragma warning restore SA1300, IDE1006, SYSLIB1054, CA5392
}
