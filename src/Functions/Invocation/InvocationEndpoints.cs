using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace Ita.Functions.Invocation;

/// <summary>
/// <c>POST /{Function}</c>, where the Functions host calls. Never under <c>/api</c>: what comes from outside always starts with
/// that prefix, so these cannot be reached from there (contract.md §4). Should a host fold a path such as <c>/api/%2e%2e/Ingest</c>,
/// the call still carries its caller's Host header, and only the host itself calls us as 127.0.0.1.
/// </summary>
public static class InvocationEndpoints
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapInvocations(this WebApplication app)
    {
        foreach (var function in app.Services.GetServices<IStep>().Select(step => step.Function).ToList())
        {
            app.MapPost($"/{function}", context => AnswerAsync(context, function)).ExcludeFromDescription();
        }

        // Any answer tells the host that we are up.
        app.MapGet("/", () => TypedResults.Text("ready")).ExcludeFromDescription();
    }

    private static async Task AnswerAsync(HttpContext context, string function)
    {
        if (context.Request.Host.Host != IPAddress.Loopback.ToString())
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        LiftBodyLimit(context);
        var step = context.RequestServices.GetServices<IStep>().First(one => one.Function == function);
        try
        {
            var payload = await InvocationPayload.ReadAsync(context.Request.Body, context.RequestAborted);
            var answer = await step.RunAsync(payload, context.RequestAborted);
            context.Response.ContentType = "application/json; charset=utf-8";
            await JsonSerializer.SerializeAsync(context.Response.Body, answer, Json, context.RequestAborted);
        }
        catch (MalformedPayloadException fault)
        {
            await TypedResults.Json(new { error = fault.Message }, statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(context);
        }
    }

    // A blob arrives whole and a third larger inside its payload; Kestrel's 30 MB would answer 413 and fail the invocation.
    private static void LiftBodyLimit(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }
    }
}
