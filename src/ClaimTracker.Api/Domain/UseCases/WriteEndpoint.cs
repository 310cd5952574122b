namespace ClaimTracker.Api.Domain.UseCases;

/// <summary>
/// The route of a use case that writes. The use case itself is <see cref="WriteAsync"/>, a function that knows no HTTP; the route
/// adds who asks, If-Match and the Idempotency-Key, and sends the reply when it is durable.
/// </summary>
internal abstract class WriteEndpoint<TRequest, TResponse> : Endpoint<TRequest, TResponse>, IWriteRoute
    where TRequest : notnull
{
    /// <summary>Carries out the request. May run a second time after a rollback: it changes nothing but the database.</summary>
    public abstract Task<Reply> WriteAsync(Change change, TRequest request);

    public sealed override async Task HandleAsync(TRequest request, CancellationToken ct)
    {
        var reply = await Resolve<ChangeRunner>().RunAsync(
            Caller.Of(HttpContext), IdempotencyKey.Of(HttpContext), change => WriteAsync(change, request));
        await Send.ReplyAsync(await CompleteAsync(request, reply, ct));
    }

    /// <summary>Adds to a reply what is told along with it. The change is durable by then, so nothing here may fail it.</summary>
    protected virtual Task<Reply> CompleteAsync(TRequest request, Reply reply, CancellationToken cancellation) => Task.FromResult(reply);
}

/// <summary>The route of a use case that removes something, and answers without a body.</summary>
internal abstract class WriteEndpoint<TRequest> : WriteEndpoint<TRequest, object?>
    where TRequest : notnull;
