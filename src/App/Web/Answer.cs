using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Ita.App.Web;

/// <summary>
/// The answer of an API endpoint: a value as JSON or a refusal as a problem document. The return type declares the body of the
/// successful response in the OpenAPI document; <see cref="Responses"/> declares other statuses.
/// </summary>
internal sealed class Answer<T> : IResult, IEndpointMetadataProvider
{
    private readonly T? value;
    private readonly Refusal? refusal;

    private Answer(T? value, Refusal? refusal, int status = StatusCodes.Status200OK, string? location = null) =>
        (this.value, this.refusal, Status, Location) = (value, refusal, status, location);

    public int Status { get; }

    public string? Location { get; }

    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(Refusal refusal) => new(default, refusal);

    /// <param name="status">201 or 202; the endpoint declares it by <see cref="Responses.Succeeds{T}"/>.</param>
    public static Answer<T> With(T value, int status, string? location = null) => new(value, null, status, location);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (refusal is not null)
        {
            return new ProblemResult(refusal).ExecuteAsync(httpContext);
        }

        httpContext.Response.StatusCode = Status;
        httpContext.Response.Headers.Location = Location;
        return httpContext.Response.WriteAsJsonAsync(value, ApiJson.Options, "application/json; charset=utf-8", httpContext.RequestAborted);
    }
}

internal static class Answers
{
    /// <summary>Maps the outcome of an operation: its value through <paramref name="map"/>, a refusal as it is.</summary>
    public static Answer<TBody> ToAnswer<T, TBody>(this Outcome<T> outcome, Func<T, TBody> map)
        where T : class => outcome.IsRefused ? outcome.Refusal : map(outcome.Value);
}
