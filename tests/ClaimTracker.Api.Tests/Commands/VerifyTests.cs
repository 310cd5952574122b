using System.Globalization;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Commands;

/// <summary>verify as an operator runs it: what it says, and what it ends with.</summary>
public sealed class VerifyTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Where_all_holds_it_says_so_while_the_service_runs_and_offline_with_a_checkpoint()
    {
        await Newsroom.FillAsync(host.Api);
        await using var file = await KeepCheckpointAsync();
        await host.Api.GivenClaimAsync();

        var (exit, output, error) = await ServiceProcess.RunAsync(host.Store, adminKey: null, "verify", "--checkpoint", file.Path);

        Assert.Equal((0, ""), (exit, error));
        Assert.Matches(
            $"^The history holds: {await host.CountEventsAsync()} events, the last with hash [0-9a-f]{{64}}\\. "
                + "The tables hold what it says of [0-9]+ subjects\\.",
            output);
        Assert.Contains("is as it was at the checkpoint of 2026-03-03T12:00:00Z.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_was_changed_past_the_service_is_named_with_the_event_that_left_it_otherwise()
    {
        await using var store = await TestEngine.Current.NewAsync();
        await Newsroom.OnAsync(store, static async api => (await api.GivenClaimAsync("It is so.")).ToString(CultureInfo.InvariantCulture));
        store.Ask("update claims set text = 'It is not so.' where id = 1");

        var (exit, output, error) = await ServiceProcess.RunAsync(store, adminKey: null, "verify");

        Assert.Equal((2, ""), (exit, output));
        Assert.Matches(@"^claim/1 is not in the tables \(claims, claim_claimants, [a-z_, ]+\) as event [0-9]+ left it\.\n$", error);
    }

    [Fact]
    public async Task A_graceful_stop_leaves_the_last_checkpoint_in_the_file_of_the_day()
    {
        await using var store = await TestEngine.Current.NewAsync();
        using (var service = await ServiceProcess.ServeAsync(store))
        {
            await service.Driver(ApiHost.Key).GivenClaimAsync();
            await service.StopAsync();
        }

        var checkpoint = Checkpoint.Parse(
            await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(store.Folder, "checkpoints")))))!;

        Assert.Equal(store.Ask("select max(seq) from events"), checkpoint.Seq.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_checkpoint_that_was_changed_is_none()
    {
        await using var file = await KeepCheckpointAsync(static checkpoint => checkpoint with { Seq = checkpoint.Seq + 1 });

        var (exit, _, error) = await ServiceProcess.RunAsync(host.Store, adminKey: null, "verify", "--checkpoint", file.Path);

        Assert.Equal((1, $"{file.Path} is not as it was signed.\n"), (exit, error));
    }

    [Fact]
    public async Task Without_a_database_it_cannot_run_and_makes_none()
    {
        await using var store = await TestEngine.Current.NewAsync(migrated: false);

        var (exit, output, error) = await ServiceProcess.RunAsync(store, adminKey: null, "verify");

        Assert.Equal((1, "", 1), (exit, output, error.Count(static c => c == '\n')));
    }

    private async Task<KeptFile> KeepCheckpointAsync(Func<Checkpoint, Checkpoint>? change = null)
    {
        var text = (await host.Api.GetAsync("/history/checkpoint")).Text;
        return await KeptFile.OfAsync(
            change is null ? text : System.Text.Json.JsonSerializer.Serialize(change(Checkpoint.Parse(text)!), ApiJson.Options));
    }
}
