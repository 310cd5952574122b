using System.Buffers.Text;
using System.Text;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Features.History;

public sealed class TakeCheckpointTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_checkpoint_has_the_last_event_and_is_signed_by_a_key_that_the_history_knows()
    {
        await host.Api.GivenClaimAsync();
        var events = await host.EventsAsync();

        var checkpoint = Checkpoint.Parse((await host.Api.GetAsync("/history/checkpoint")).Text)!;

        Assert.Equal(
            (events[0].Hash, events[^1].Seq, events[^1].Hash, host.Time.GetUtcNow()),
            (checkpoint.Instance, checkpoint.Seq, checkpoint.Head, checkpoint.At));
        Assert.True(checkpoint.IsSigned());
        Assert.Contains(
            events, e => e.Kind == EventKind.CheckpointKeyCreated.Name && e.Body.Contains(checkpoint.PublicKey, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_of_any_member_makes_the_signature_invalid()
    {
        var checkpoint = Checkpoint.Parse((await host.Api.GetAsync("/history/checkpoint")).Text)!;
        var other = new string('0', 64);

        Assert.All(
            [
                checkpoint with { Seq = checkpoint.Seq + 1 }, checkpoint with { Head = other }, checkpoint with { Instance = other },
                checkpoint with { At = checkpoint.At.AddSeconds(1) }, checkpoint with { PublicKey = "" },
                checkpoint with { Signature = "AAAA" }, checkpoint with { Signature = "no Base64" },
            ],
            static changed => Assert.False(changed.IsSigned()));
    }

    [Theory]
    [InlineData("/exports/verdicts.csv")]
    [InlineData("/exports/verdicts.jsonl?state=draft")]
    public async Task Every_export_carries_a_checkpoint_in_a_header_of_one_line(string export)
    {
        var header = (await host.Api.GetAsync(export)).Headers.GetValues("Claimtracker-Checkpoint").Single();

        var checkpoint = Checkpoint.Parse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(header)))!;
        Assert.True(checkpoint.IsSigned());
        Assert.Equal(await host.CountEventsAsync(), checkpoint.Seq);
    }

    [Fact]
    public void Only_the_owner_can_read_the_key()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(Path.Combine(host.Store.Folder, "checkpoint-key.pem")));
        }
    }

    [Fact]
    public async Task A_checkpoint_file_is_written_at_the_start_and_at_midnight()
    {
        var folder = Path.Combine(host.Store.Folder, "checkpoints");
        var first = Checkpoint.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "2026-03-03.json")))!;

        await host.Api.GivenClaimAsync();
        host.Time.Advance(TimeSpan.FromHours(12));
        var next = await WaitForAsync(Path.Combine(folder, "2026-03-04.json"));

        Assert.True(first.IsSigned() && next.IsSigned() && first.Seq < next.Seq);
    }

    // The clock of the test has advanced; another thread writes the file soon after.
    private static async Task<Checkpoint> WaitForAsync(string path)
    {
        using var patience = new CancellationTokenSource(ServiceProcess.Patience);
        while (!File.Exists(path))
        {
            await Task.Yield();
            patience.Token.ThrowIfCancellationRequested();
        }

        return Checkpoint.Parse(await File.ReadAllTextAsync(path, patience.Token))!;
    }
}
