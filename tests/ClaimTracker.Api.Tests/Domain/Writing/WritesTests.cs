using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Api.Tests.Domain.Writing;

/// <summary>What is done about keys, users and verdicts leaves a line in the log: when it is durable, once, and only then.</summary>
public sealed class WritesTests : IAsyncLifetime
{
    private const string Words = "Quetzalcoatlus";

    private static readonly string[] Acts =
    [
        "key_created", "key_rotated", "key_revoked", "user_created", "role_changed", "user_removed", "verdict_published",
        "verdict_superseded", "verdict_retracted",
    ];

    private readonly List<string> _secrets = [];
    private TestStore _store = null!;
    private ServiceProcess _service = null!;
    private string? _log;

    private ApiDriver Admin => _service.Driver(ApiHost.Key);

    [Fact]
    public async Task What_is_done_about_a_key_or_a_user_leaves_one_line_with_ids_and_who_did_it()
    {
        var user = await Admin.GivenAsync("/users", new { name = "Ines Holm", email = "ines@desk.example", role = "checker" });
        var key = await MakeKeyAsync(user);
        var fresh = await Admin.PostAsync($"/users/{user}/keys/{key}/rotate", new { });
        _secrets.Add((string)fresh.Json["key"]!);
        await Admin.DeleteAsync($"/users/{user}/keys/{key}");
        await Admin.PatchAsync($"/users/{user}", new { email = "holm@desk.example" });
        await Admin.PatchAsync($"/users/{user}", new { role = "admin", alsoEditor = true });
        await Admin.DeleteAsync($"/users/{user}");

        // What changes nothing any more leaves none.
        Assert.Equal(HttpStatusCode.NoContent, (await Admin.DeleteAsync($"/users/{user}/keys/{key}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await Admin.DeleteAsync($"/users/{user}")).Status);

        Assert.Equal(
            [
                $"user_created userId={user} role=checker",
                $"key_created keyId={key} userId={user}",
                $"key_rotated keyId={key} userId={user} newKeyId={fresh.Id}",
                $"key_revoked keyId={key} userId={user}",
                $"role_changed userId={user} oldRole=checker role=admin+editor",
                $"user_removed userId={user}",
            ],
            await ActsAsync("admin (configured)"),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_is_done_about_a_published_verdict_leaves_one_line_with_ids_and_who_did_it()
    {
        var (api, editor) = await DeskAsync();
        var claim = await api.GivenClaimAsync($"The {Words} flew.");
        var verdict = await api.GivenPublishedAsync(claim, "False");
        var correction = await Admin.GivenAsync(
            $"/verdicts/{verdict}/corrections", new { kind = "correction", reason = Words, publicText = Words, rating = "True" });
        await Admin.MoveAsync(correction, "submit");
        await editor.MoveAsync(correction, "approve");
        await editor.MoveAsync(correction, "publish");
        await editor.MoveAsync(correction, "retract", new { reason = Words });

        Assert.Equal(
            [
                $"verdict_published verdictId={verdict} claimId={claim}",
                $"verdict_published verdictId={correction} claimId={claim}",
                $"verdict_superseded verdictId={verdict} claimId={claim} newVerdictId={correction}",
                $"verdict_retracted verdictId={correction} claimId={claim}",
            ],
            await ActsAsync("Noor Haddad"),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_leaves_none()
    {
        var (api, editor) = await DeskAsync();
        var verdict = await api.GivenPublishedAsync(await api.GivenClaimAsync(), "False");

        Assert.Equal(HttpStatusCode.Conflict, (await editor.PostAsync($"/verdicts/{verdict}/publish")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await editor.PostAsync($"/verdicts/{verdict}/retract", new { })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.PostAsync("/users", new { name = "Bo", role = "admin" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.PostAsync("/users/1/keys", new { })).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await Admin.PostAsync("/users", new { name = "noor haddad", role = "reader" })).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await Admin.DeleteAsync("/users/1")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await Admin.PatchAsync("/users/1", new { role = "reader", alsoEditor = false })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Admin.DeleteAsync("/users/1/keys/4711")).Status);

        Assert.Equal([$"verdict_published verdictId={verdict} claimId=1"], await ActsAsync("Noor Haddad"), StringComparer.Ordinal);
        Assert.Equal(
            ["user_created userId=2 role=editor", "key_created keyId=2 userId=2"],
            await ActsAsync("admin (configured)"),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_was_done_before_leaves_none_when_it_is_answered_again()
    {
        foreach (var _ in new[] { 1, 2 })
        {
            var once = new HttpRequestMessage(HttpMethod.Post, "/api/v1/users")
            {
                Content = JsonContent.Create(new { name = "Ines Holm", role = "checker" }),
            };
            once.Headers.Add("Idempotency-Key", "once");
            Assert.Equal(HttpStatusCode.Created, (await Admin.SendAsync(once)).Status);
        }

        Assert.Equal(["user_created userId=2 role=checker"], await ActsAsync("admin (configured)"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_runs_again_because_another_write_of_its_group_failed_is_told_once()
    {
        var host = new ApiHost();
        await host.InitializeAsync();
        var caller = new Caller(new Actor("admin (configured)", Role.Admin) { UserId = 1 }, Permission.Administer);
        var (runs, told) = (0, 0);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // While the first write runs, two wait; the second of them takes back what the first of them did.
        var before = host.Db.WriteAsync(async tx =>
        {
            begun.SetResult();
            await first.Task;
            return tx.Now;
        });
        await begun.Task;
        var retried = host.Services.GetRequiredService<ChangeRunner>().RunAsync(caller, change =>
        {
            runs++;
            change.AfterCommit((_, _) => told++);
            return Task.FromResult(Reply.Gone);
        });
        var failing = host.Db.WriteAsync<bool>(static async tx =>
        {
            await tx.ExecuteAsync("update users set email = null");
            throw new InvalidDataException();
        });
        first.SetResult();
        await Task.WhenAll(before, retried);
        await Assert.ThrowsAsync<InvalidDataException>(() => failing);
        await host.DisposeAsync();

        Assert.Equal((2, 1), (runs, told));
    }

    [Fact]
    public async Task A_key_that_is_revoked_in_a_group_of_writes_opens_nothing_more_in_it()
    {
        var host = new ApiHost();
        await host.InitializeAsync();
        var user = await host.Api.GivenAsync("/users", new { name = "Ines Holm", role = "checker" });
        var key = await host.Api.GivenAsync($"/users/{user}/keys", new { label = "desk" });
        var runner = host.Services.GetRequiredService<ChangeRunner>();
        var admin = new Caller(new Actor("admin (configured)", Role.Admin) { UserId = 1 }, Permission.Administer);
        var holder = new Caller(new Actor("Ines Holm", Role.Checker) { UserId = user, KeyId = key }, Permission.Write);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // While the first write runs, three wait, and share the next transaction.
        var before = host.Db.WriteAsync(async tx =>
        {
            begun.SetResult();
            await first.Task;
            return tx.Now;
        });
        await begun.Task;
        var early = runner.RunAsync(holder, static _ => Task.FromResult(true));
        var revoked = runner.RunAsync(admin, change => KeyWriter.RevokeAsync(change, key));
        var late = runner.RunAsync(holder, static _ => Task.FromResult(true));
        first.SetResult();
        await Task.WhenAll(before, early, revoked);
        var refused = await Assert.ThrowsAsync<ProblemException>(() => late);
        await host.DisposeAsync();

        Assert.Equal(ProblemType.Unauthorized, refused.Type);
    }

    public async Task InitializeAsync()
    {
        if (TestEngine.Current.Missing is null)
        {
            _store = await TestEngine.Current.NewAsync();
            _service = await ServiceProcess.ServeAsync(_store, new Dictionary<string, string>(StringComparer.Ordinal));
        }
    }

    public async Task DisposeAsync()
    {
        _service?.Dispose();
        await (_store?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>Who drafts and submits, and the colleague who approves and publishes.</summary>
    private async Task<(ApiDriver Api, ApiDriver Editor)> DeskAsync()
    {
        var editor = _service.Driver(await KeyOfAsync("Noor Haddad", "editor"));
        return (new ApiDriver(Admin.Http) { Colleague = () => Task.FromResult(editor) }, editor);
    }

    private async Task<string> KeyOfAsync(string name, string role)
    {
        await MakeKeyAsync(await Admin.GivenAsync("/users", new { name, role }));
        return _secrets[^1];
    }

    private async Task<long> MakeKeyAsync(long user)
    {
        var made = await Admin.PostAsync($"/users/{user}/keys", new { });
        _secrets.Add((string)made.Json["key"]!);
        return made.Id;
    }

    /// <summary>Stops the service, and reads what one did: each line belongs to a request, and quotes nothing.</summary>
    private async Task<IReadOnlyList<string>> ActsAsync(string actor)
    {
        _log ??= await StopAsync();
        var log = _log;
        var requests = ServiceProcess.Lines(log, "request").Select(static line => (string)line["traceId"]!).ToList();
        var acts = ServiceProcess.Lines(log, Acts).Where(line => (string?)line["actor"] == actor).ToList();
        Assert.All(acts, line => Assert.Single(requests, (string?)line["traceId"]));
        Assert.All(
            _secrets.Append(ApiHost.Key).Append(Words).Append("@desk.example"),
            never => Assert.DoesNotContain(never, log, StringComparison.Ordinal));
        return [.. acts.Select(Describe)];
    }

    private async Task<string> StopAsync()
    {
        await _service.StopAsync();
        return await _service.LogAsync();
    }

    private static string Describe(JsonObject line) =>
        string.Join(
            ' ',
            line.Where(static member => member.Key is not ("time" or "level" or "event" or "actor" or "traceId"))
                .Select(static member => $"{member.Key}={member.Value}")
                .Prepend((string)line["event"]!));
}
