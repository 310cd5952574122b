using System.Net;
using ClaimTracker.Api.Tests.Hosting;

namespace ClaimTracker.Api.Tests.Web.Logs;

[Collection(Processes.Name)]
public sealed class TraceIdsTests
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    [Theory]
    [InlineData("Information")]
    [InlineData("None")]
    public async Task A_problem_names_the_trace_of_its_caller_or_a_new_one_and_the_log_the_same(string level)
    {
        await using var store = await TestEngine.Current.NewAsync();
        using var service = await ServiceProcess.ServeAsync(
            store, new Dictionary<string, string>(StringComparer.Ordinal) { ["Logging__LogLevel__Default"] = level });
        var api = service.Driver(ApiHost.Key);

        string?[] ids =
        [
            await AskAsync(api, $"00-{Trace}-00f067aa0ba902b7-01"),
            await AskAsync(api, $"00-{Trace}-00f067aa0ba902b7-00"),
            await AskAsync(api, $"00-{new string('0', 32)}-00f067aa0ba902b7-01"),
            await AskAsync(api, traceParent: null),
        ];
        await service.StopAsync();

        Assert.Equal([Trace, Trace], ids.Take(2), StringComparer.Ordinal);
        Assert.All(ids, static id => Assert.Matches("^(?!0{32})[0-9a-f]{32}$", id));
        Assert.Equal(3, ids.Distinct(StringComparer.Ordinal).Count());
        if (level == "Information")
        {
            Assert.Equal(
                ids,
                ServiceProcess.Lines(await service.LogAsync(), "request").Select(static line => (string?)line["traceId"]),
                StringComparer.Ordinal);
        }
    }

    private static async Task<string?> AskAsync(ApiDriver api, string? traceParent)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/claims/999");
        request.Headers.TryAddWithoutValidation("traceparent", traceParent);
        var answer = await api.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        return (string?)answer.Json["traceId"];
    }
}
