using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Commands;

[Collection(Processes.Name)]
public sealed class KeysTests : IAsyncLifetime
{
    private TestStore _store = null!;

    [Fact]
    public async Task The_owner_of_the_machine_makes_lists_and_revokes_keys_while_the_service_runs()
    {
        using var service = await ServiceProcess.ServeAsync(_store);
        var made = await ServiceProcess.RunAsync(
            _store, adminKey: null, "keys", "create", "--user", "Ines Holm", "--role", "checker", "--label", "night desk");
        var key = made.Output.Trim();
        Assert.Matches("^ct_[0-9]+_[A-Za-z0-9_-]{43}$", key);

        Assert.Equal(HttpStatusCode.Created, (await service.Driver(key).PostAsync("/claims", new { text = "The key opens." })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await service.Driver(key).GetAsync("/users")).Status);
        var listed = await ServiceProcess.RunAsync(_store, adminKey: null, "keys", "list");
        Assert.Contains("checker       Ines Holm  (night desk, last used ", listed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(key, listed.Output, StringComparison.Ordinal);

        var id = key.Split('_')[1];
        Assert.Equal(0, (await ServiceProcess.RunAsync(_store, adminKey: null, "keys", "revoke", id)).Exit);

        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Driver(key).GetAsync("/claims")).Status);
        await service.StopAsync();
    }

    [Theory]
    [InlineData("--role must be reader", "create", "--user", "x", "--role", "boss")]
    [InlineData("--expires must be an instant", "create", "--user", "x", "--expires", "tomorrow")]
    [InlineData("--expires must be in the future", "create", "--user", "x", "--expires", "2026-01-01T00:00:00Z")]
    [InlineData("--user must be a name", "create", "--user", " ")]
    [InlineData("--user must not be one of system, operator,", "create", "--user", "Operator")]
    [InlineData("--user must not be one of system, operator,", "create", "--user", "admin (configured)")]
    [InlineData("There is no key 4711.", "revoke", "4711")]
    public async Task What_is_wrong_is_said_in_one_sentence(string reason, params string[] arguments)
    {
        var (exit, _, error) = await ServiceProcess.RunAsync(_store, adminKey: null, ["keys", .. arguments]);

        Assert.Equal(1, exit);
        Assert.StartsWith(reason, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_key_of_the_command_line_lasts_no_longer_than_keys_may()
    {
        string[] command = ["keys", "create", "--user", "Ines Holm"];
        var days = new Dictionary<string, string>(StringComparer.Ordinal) { ["Auth__KeyDays"] = "30" };
        var late = InstantConverter.Format(TimeProvider.System.GetUtcNow().AddDays(31));

        Assert.Equal(0, (await ServiceProcess.RunAsync(_store, days, adminKey: null, [.. command])).Exit);
        var refused = await ServiceProcess.RunAsync(_store, days, adminKey: null, [.. command, "--expires", late]);

        Assert.Equal(
            (1, "--expires must be at most 30 days from now: no key lasts longer here."), (refused.Exit, refused.Error.TrimEnd()));
        var listed = (await ServiceProcess.RunAsync(_store, adminKey: null, "keys", "list")).Output;
        Assert.Contains("(command line, until ", listed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("revoke", "1")]
    public async Task A_database_of_another_version_is_not_migrated_beside_the_service_that_has_it(params string[] arguments)
    {
        await using var store = await TestEngine.Current.NewAsync(migrated: false);

        var (exit, _, error) = await ServiceProcess.RunAsync(store, adminKey: null, ["keys", .. arguments]);

        Assert.Equal((1, 1), (exit, error.Trim().Split('\n').Length));
        Assert.NotEmpty(await store.Database.PendingAsync());
    }

    [Fact]
    public async Task Who_has_a_name_that_no_other_is_given_gets_further_keys()
    {
        using var service = await ServiceProcess.ServeAsync(_store);

        var made = await ServiceProcess.RunAsync(_store, adminKey: null, "keys", "create", "--user", "admin (configured)");

        Assert.Equal(HttpStatusCode.OK, (await service.Driver(made.Output.Trim()).GetAsync("/users")).Status);
    }

    [Fact]
    public async Task What_is_done_at_the_command_line_stands_in_its_log_and_the_key_does_not()
    {
        var chatty = new Dictionary<string, string>(StringComparer.Ordinal) { ["Logging__LogLevel__Default"] = "Information" };
        var made = await ServiceProcess.RunAsync(
            _store, chatty, adminKey: null, "keys", "create", "--user", "Ines Holm", "--role", "checker");
        var second = await ServiceProcess.RunAsync(_store, chatty, adminKey: null, "keys", "create", "--user", "Ines Holm");
        var revoked = await ServiceProcess.RunAsync(_store, chatty, adminKey: null, "keys", "revoke", "1");
        var again = await ServiceProcess.RunAsync(_store, chatty, adminKey: null, "keys", "revoke", "1");

        Assert.Equal(
            ["user_created operator, user 1, checker, none", "key_created operator, key 1 of user 1, none"],
            Lines(made.Error).Select(static line => (string)line["event"]! == "user_created"
                ? $"{line["event"]} {line["actor"]}, user {line["userId"]}, {line["role"]}, {line["traceId"]}"
                : $"{line["event"]} {line["actor"]}, key {line["keyId"]} of user {line["userId"]}, {line["traceId"]}"),
            StringComparer.Ordinal);
        Assert.Equal((long?)2, (long?)Assert.Single(Lines(second.Error))["keyId"]);
        var line = Assert.Single(Lines(revoked.Error));
        Assert.Equal(
            ("key_revoked", "operator", 1, 1),
            ((string?)line["event"], (string?)line["actor"], (long)line["keyId"]!, (long)line["userId"]!));
        Assert.Empty(again.Error);
        Assert.DoesNotContain(made.Output.Trim(), made.Error, StringComparison.Ordinal);

        static IReadOnlyList<JsonObject> Lines(string log) => ServiceProcess.Lines(log, "user_created", "key_created", "key_revoked");
    }

    public async Task InitializeAsync() => _store = TestEngine.Current.Missing is null ? await TestEngine.Current.NewAsync() : null!;

    public async Task DisposeAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }
    }
}
