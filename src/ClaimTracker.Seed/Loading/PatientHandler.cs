using System.Net;

namespace ClaimTracker.Seed.Loading;

/// <summary>Waits where the service says that there is too much at once, and sends the request again.</summary>
internal sealed class PatientHandler(HttpMessageHandler inner, TimeProvider time) : DelegatingHandler(inner)
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (response.StatusCode != HttpStatusCode.TooManyRequests)
            {
                return response;
            }

            var wait = response.Headers.RetryAfter?.Delta ?? Least;
            response.Dispose();
            await Task.Delay(wait > Least ? wait : Least, time, cancellationToken);
        }
    }
}
