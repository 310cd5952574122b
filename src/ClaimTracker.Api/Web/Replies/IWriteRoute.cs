namespace ClaimTracker.Api.Web.Replies;

/// <summary>Marks a route that makes or changes something. A POST of these takes an Idempotency-Key.</summary>
internal interface IWriteRoute;
