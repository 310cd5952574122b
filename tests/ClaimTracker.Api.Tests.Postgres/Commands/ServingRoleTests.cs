using System.Globalization;
using ClaimTracker.Api.Tests.Documents;
using ClaimTracker.Api.Tests.Hosting;
using Npgsql;

namespace ClaimTracker.Api.Tests.Commands;

/// <summary>The role that the guide for operators makes for the service, beside the one that owns the tables.</summary>
public sealed class ServingRoleTests : IAsyncLifetime
{
    private const string Password = "only-for-this-test";

    private static readonly string Role = string.Create(CultureInfo.InvariantCulture, $"claimtracker_service_{Environment.ProcessId}");

    private PostgresStore _owners = null!;

    [Fact]
    public async Task It_serves_and_verifies_and_cannot_change_the_past()
    {
        var serving = new PostgresStore(
            new NpgsqlConnectionStringBuilder(_owners.ConnectionString) { Username = Role, Password = Password }.ConnectionString);
        using (var service = await ServiceProcess.ServeAsync(serving))
        {
            var api = service.Driver(ApiHost.Key);
            await api.GivenArticleAsync("The ferry carried 1,200 people a day.");
            var claim = await api.GivenClaimAsync();
            await api.GivenEvidenceAsync(claim);
            await api.MoveAsync(await api.GivenDraftAsync(claim, "True"), "submit");
            await api.DeleteAsync($"/claims/{await api.GivenClaimAsync("It is gone soon.")}");
            Assert.Equal(0, await service.StopAsync());
        }

        Assert.Equal(0, (await ServiceProcess.RunAsync(serving, adminKey: null, "verify")).Exit);
        foreach (var change in (string[])
        [
            "update events set actor = 'another'", "delete from events", "truncate events", "alter table events disable trigger all",
            "drop table events",
        ])
        {
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.Throws<PostgresException>(() => serving.Ask(change)).SqlState);
        }
    }

    [Fact]
    public async Task It_is_refused_in_a_sentence_what_only_the_owner_may()
    {
        var serving = new PostgresStore(
            new NpgsqlConnectionStringBuilder(_owners.ConnectionString) { Username = Role, Password = Password }.ConnectionString);
        await Newsroom.OnAsync(serving, Newsroom.NextClaimAsync);
        var events = _owners.Ask("select count(*) from events");

        var (exit, _, error) = await ServiceProcess.RunAsync(serving, adminKey: null, "redact", "--seq", "1", "--reason", "Asked for.");

        Assert.Equal((1, 1), (exit, error.Trim().Split('\n').Length));
        Assert.Contains("permission denied", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", error, StringComparison.Ordinal);
        Assert.Equal(events, _owners.Ask("select count(*) from events"));
    }

    public async Task InitializeAsync()
    {
        if (TestEngine.Current.Missing is null)
        {
            _owners = (PostgresStore)await TestEngine.Current.NewAsync();
            var grants = DocumentPage.Operations.Text.Split("```sql\n")[1].Split("```")[0];
            _owners.Ask(
                grants.Replace("claimtracker_service", Role, StringComparison.Ordinal)
                    .Replace("'...'", $"'{Password}'", StringComparison.Ordinal));
        }
    }

    public async Task DisposeAsync()
    {
        if (_owners is not null)
        {
            await _owners.DisposeAsync();
            await PostgresTestEngine.RunAsync($"drop role {Role}");
        }
    }
}
