namespace ClaimTracker.Api.Domain.UseCases;

/// <summary>The route of a use case that reads one resource. The answer has an ETag; 304 where the client has it already.</summary>
internal abstract class ReadEndpoint<TRequest, TResponse> : Endpoint<TRequest, TResponse>
    where TRequest : notnull
{
    /// <summary>Reads the resource as the actor may see it, in one snapshot.</summary>
    /// <exception cref="ProblemException">404.</exception>
    public abstract Task<TResponse> ReadAsync(ReadTx tx, Actor actor, TRequest request);

    public sealed override async Task HandleAsync(TRequest request, CancellationToken ct) =>
        await Send.ResourceAsync(await Resolve<Db>().ReadAsync(tx => ReadAsync(tx, HttpContext.Actor(), request), ct));
}
