using System.Globalization;
using ClaimTracker.Api.Tests.Features;
using ClaimTracker.Api.Tests.Hosting;
using ClaimTracker.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace ClaimTracker.Api.Tests.Commands.Sqlite;

/// <summary>
/// A start that is killed in the first second of a new folder, as often as CLAIMTRACKER_KILLS says; six times, if it says nothing. The
/// migrations run then, and every next start serves.
/// </summary>
[Collection(Processes.Name)]
public sealed class FirstStartTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private static readonly int Kills = int.Parse(
        Environment.GetEnvironmentVariable("CLAIMTRACKER_KILLS") ?? "6", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_start_after_one_that_was_killed_serves()
    {
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var store = new SqliteStore();
            await ServiceProcess.KillStartAsync(store, Longest * (kill + 1) / Kills);

            using var service = await ServiceProcess.ServeAsync(store);
            Assert.Equal(1, await service.Driver(ApiHost.Key).GivenClaimAsync());
        }

        output.WriteLine($"{Kills} first starts were killed within {Longest.TotalSeconds} s, and every next one served.");
    }

    [Fact]
    public async Task A_migration_that_was_cut_off_in_the_middle_is_rolled_back()
    {
        await using var store = new SqliteStore();
        await File.WriteAllBytesAsync(store.File, []);
        LeaveJournal(store.File);

        using var service = await ServiceProcess.ServeAsync(store);

        Assert.Equal(1, await service.Driver(ApiHost.Key).GivenClaimAsync());
    }

    /// <summary>Leaves the files as they are in the middle of a transaction that has written to the database file.</summary>
    private static void LeaveJournal(string file)
    {
        using (var connection = new SqliteConnection(SqliteConnections.ConnectionString(file, SqliteOpenMode.ReadWrite)))
        {
            connection.Open();
            SqliteConnections.Scalar(connection, "create table SchemaVersions (SchemaVersionID integer, ScriptName text, Applied text)");
            SqliteConnections.Scalar(connection, "pragma cache_size = 5");
            SqliteConnections.Scalar(connection, "begin");
            SqliteConnections.Scalar(connection, "create table letters (text text)");
            SqliteConnections.Scalar(connection, """
                insert into letters
                with recursive n (i) as (select 1 union all select i + 1 from n where i < 5000)
                select hex(randomblob(100)) from n
                """);
            File.Copy(file, file + ".cut");
            File.Copy(file + "-journal", file + "-journal.cut");
        }

        File.Move(file + ".cut", file, overwrite: true);
        File.Move(file + "-journal.cut", file + "-journal", overwrite: true);
    }
}
