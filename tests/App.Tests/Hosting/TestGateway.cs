using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ita.App.Tests.Hosting;

/// <summary>A request that the gateway received.</summary>
internal sealed record TextRequest(string Body, string Authorization, string Timestamp, string Signature, string Id);

/// <summary>An SMS gateway on this machine.</summary>
internal sealed class TestGateway : IAsyncDisposable
{
    public const string Secret = "secret-of-the-sms-gateway";

    private readonly WebApplication site;
    private readonly ConcurrentQueue<TextRequest> received = new();

    private TestGateway(WebApplication site) => this.site = site;

    /// <summary>Every request, refused ones too.</summary>
    public IReadOnlyList<TextRequest> Received => [.. received];

    public (string Name, string Value)[] Settings =>
        [("ITA_SMS_URL", $"{site.Urls.Single()}/send"), ("ITA_SMS_SECRET", Secret), ("ITA_SMS_FROM", "ITA-TEST")];

    /// <param name="statuses">The answers to the first requests; 200 to those after them, and 0 answers nothing.</param>
    public static async Task<TestGateway> StartAsync(params int[] statuses)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var gateway = new TestGateway(builder.Build());
        gateway.site.Run(context => gateway.AnswerAsync(context, statuses));
        await gateway.site.StartAsync();
        return gateway;
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, int[] statuses)
    {
        using var reader = new StreamReader(context.Request.Body);
        var (body, headers) = (await reader.ReadToEndAsync(), context.Request.Headers);
        received.Enqueue(new(
            body,
            headers.Authorization.ToString(),
            headers["X-ITA-Timestamp"].ToString(),
            headers["X-ITA-Signature"].ToString(),
            headers["Idempotency-Key"].ToString()));
        var status = statuses.ElementAtOrDefault(received.Count - 1);
        if (status == 0 && received.Count <= statuses.Length)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        context.Response.StatusCode = status == 0 ? StatusCodes.Status200OK : status;
    }
}
