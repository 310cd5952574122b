namespace ClaimTracker.Api.Domain.UseCases;

/// <summary>The route of a use case that reads one resource. The answer has an ETag; 304 where the client has it already.</summary>
internal abstract class ReadEndpoint<TRequest, TResponse> : Endpoint<TRequest, TResponse>
    where TRequest : notnull
{
    /// <summary>Reads the resource as the actor may see it.</summary>
    /// <exception cref="ProblemException">404.</exception>
    public abstract Task<TResponse> ReadAsync(ReadTx tx, Actor actor, TRequest request);

    /// <summary>Whether it reads with one query: then it needs no transaction.</summary>
    protected virtual bool IsOneQuery => false;

    public sealed override async Task HandleAsync(TRequest request, CancellationToken ct)
    {
        var db = Resolve<Db>();
        var found = IsOneQuery ? await db.AskAsync(ReadAsync, ct) : await db.ReadAsync(ReadAsync, ct);
        await Send.ResourceAsync(found);

        Task<TResponse> ReadAsync(ReadTx tx) => this.ReadAsync(tx, HttpContext.Actor(), request);
    }
}
