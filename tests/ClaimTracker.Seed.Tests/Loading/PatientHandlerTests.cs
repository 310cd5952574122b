using System.Net;
using System.Net.Http.Headers;
using ClaimTracker.Seed.Loading;
using Microsoft.Extensions.Time.Testing;

namespace ClaimTracker.Seed.Tests.Loading;

public sealed class PatientHandlerTests
{
    [Fact]
    public async Task It_waits_as_long_as_the_answer_says_and_sends_the_same_again()
    {
        var time = new FakeTimeProvider();
        var (service, began) = (new BusyService(refusals: 2), time.GetUtcNow());
        using var http = new HttpClient(new PatientHandler(service, time));

        var answer = http.PostAsync("http://desk.example/claims", new StringContent("It rained."));
        while (!answer.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(HttpStatusCode.Created, (await answer).StatusCode);
        Assert.Equal(["It rained.", "It rained.", "It rained."], service.Bodies);
        Assert.True(time.GetUtcNow() - began >= TimeSpan.FromSeconds(2 * BusyService.Seconds));
    }

    private sealed class BusyService(int refusals) : HttpMessageHandler
    {
        public const int Seconds = 42;

        public List<string> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            var answer = new HttpResponseMessage(Bodies.Count <= refusals ? HttpStatusCode.TooManyRequests : HttpStatusCode.Created);
            answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(Seconds));
            return answer;
        }
    }
}
