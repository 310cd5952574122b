using System.Net;
using System.Text;
using ClaimTracker.Api.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Api.Tests.SameAnswers;

/// <summary>Sends the script to a service on each engine, one after the other, and keeps what came back.</summary>
public sealed class ScriptRun : IAsyncLifetime
{
    /// <summary>The address that answers name: each engine's service listens at another port.</summary>
    public const string Site = "https://checks.example";

    // Days go by in the script, in parts that no engine's clock counts exactly.
    private static readonly TimeSpan BetweenSteps = new TimeSpan(1, 0, 0) + TimeSpan.FromTicks(1_234_567);

    internal IReadOnlyList<Exchange> Sqlite { get; private set; } = [];

    internal IReadOnlyList<Exchange> Postgres { get; private set; } = [];

    internal IReadOnlyList<ApiRoute> Routes { get; private set; } = [];

    public async Task InitializeAsync()
    {
        if (TestEngine.Current.Missing is null)
        {
            Sqlite = await SendAsync(new SqliteTestEngine());
            Postgres = await SendAsync(new PostgresTestEngine());
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private async Task<IReadOnlyList<Exchange>> SendAsync(TestEngine engine)
    {
        var host = new ApiHost(engine, ("Publication:Site", Site));
        await host.InitializeAsync();
        try
        {
            Routes = ApiRoute.Of(host.Services.GetRequiredService<EndpointDataSource>());
            var exchanges = new List<Exchange>();
            var drivers = new Dictionary<string, ApiDriver>(StringComparer.Ordinal) { [Step.Admin] = host.Api };
            foreach (var step in Script.Steps)
            {
                host.Time.Advance(BetweenSteps);
                await SendAsync(host, step, drivers, exchanges);
            }

            return exchanges;
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private static async Task SendAsync(ApiHost host, Step step, Dictionary<string, ApiDriver> drivers, List<Exchange> exchanges)
    {
        var driver = step.By is { } name ? drivers[name] : new ApiDriver(host.Stranger);
        string? address = step.Address;
        while (address is not null)
        {
            var answer = await driver.SendAsync(await RequestAsync(host, step, address));
            exchanges.Add(Exchange.Of(step, address, answer));
            if (step.Keeps is { } kept)
            {
                drivers[kept] = host.With((string)answer.Json["key"]!);
            }

            address = Next(answer);
        }
    }

    private static async Task<HttpRequestMessage> RequestAsync(ApiHost host, Step step, string address)
    {
        var request = new HttpRequestMessage(step.Method, address);
        if (step.Body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(step.Body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", step.ContentType);
        }

        if (step.IfNoneMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", step.IfNoneMatch);
        }

        if ((step.IfMatch ?? (step.IsEdit ? await ETagAsync(host, address) : null)) is { } tag)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return request;
    }

    private static async Task<string?> ETagAsync(ApiHost host, string address) =>
        (await host.Api.SendAsync(new HttpRequestMessage(HttpMethod.Get, address.Split("/blocks/")[0]))).Headers.ETag?.ToString();

    private static string? Next(Answer answer) =>
        answer.Status == HttpStatusCode.OK && answer.Headers.TryGetValues("Link", out var links)
            ? links.Single().Split('<', '>')[1]
            : null;
}
