using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Ita.App.Tests.Faults;

/// <summary>One storage request, and the possible responses to it.</summary>
/// <param name="isTable">True for the Table service, which returns errors as JSON; the others return XML, and their
/// clients read nothing else.</param>
internal sealed class ProxiedCall(HttpContext context, byte[] body, bool isTable)
{
    private const string Condition = "If-Match";
    private const string AnyVersion = "*";
    private const string ClashCode = "UpdateConditionNotSatisfied";

    private const string Said = "Made by the fault proxy.";

    // The clients wait this long before a retry, instead of their default of a second or more.
    private const string PauseMilliseconds = "30";

    public HttpContext Context => context;

    /// <summary>Path and query byte for byte, as they were signed.</summary>
    public string Target { get; } = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    /// <summary>Identifies what a clash is about: the URL, or for a transaction its actions.</summary>
    public string Subject => IsTransaction ? string.Join('\n', Lines().Where(IsOfAnAction)) : Target;

    /// <summary>True when the call states a specific ETag. A call for any ETag, or none, cannot clash.</summary>
    public bool IsOnVersion => IsTransaction
        ? Lines().Any(line => line.StartsWith(Condition, StringComparison.OrdinalIgnoreCase) && !line.EndsWith(AnyVersion, StringComparison.Ordinal))
        : context.Request.Headers.IfMatch.ToString() is { Length: > 0 } version && version != AnyVersion;

    private bool IsTransaction => Target.Contains("/$batch", StringComparison.Ordinal);

    public HttpRequestMessage To(Uri account)
    {
        var address = new Uri($"http://{account.Authority}{Target}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), address);
        if (body.Length > 0 || context.Request.ContentLength is not null)
        {
            request.Content = new ByteArrayContent(body);
        }

        foreach (var (name, values) in context.Request.Headers.Where(
            header => !header.Key.StartsWith("Transfer-", StringComparison.OrdinalIgnoreCase)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        return request;
    }

    public async Task AnswerAsync(HttpResponseMessage answer)
    {
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key is not ("Transfer-Encoding" or "Connection" or "Keep-Alive")))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        // The response to a HEAD, and a 304, state a length but have no body.
        if (context.Request.Method != HttpMethods.Head && answer.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.NotModified))
        {
            await answer.Content.CopyToAsync(context.Response.Body);
        }
    }

    public Task RefuseAsync(HttpStatusCode status, string code)
    {
        context.Response.StatusCode = (int)status;
        context.Response.Headers["x-ms-error-code"] = code;
        context.Response.Headers["retry-after-ms"] = PauseMilliseconds;
        context.Response.ContentType = isTable ? "application/json" : "application/xml";
        return context.Request.Method == HttpMethods.Head ? Task.CompletedTask : context.Response.WriteAsync(ErrorOf(code));
    }

    /// <summary>Storage responds to a failed transaction with 202 and the error in the body.</summary>
    public Task ClashAsync()
    {
        if (!IsTransaction)
        {
            return RefuseAsync(HttpStatusCode.PreconditionFailed, ClashCode);
        }

        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.ContentType = "multipart/mixed; boundary=batchresponse_1";
        return context.Response.WriteAsync(string.Join("\r\n",
        [
            "--batchresponse_1", "Content-Type: multipart/mixed; boundary=changesetresponse_1",
            "", "--changesetresponse_1", "Content-Type: application/http",
            "Content-Transfer-Encoding: binary", "", "HTTP/1.1 412 Precondition Failed", "Content-Type: application/json", "", ErrorOf(ClashCode),
            "--changesetresponse_1--", "--batchresponse_1--", "",
        ]));
    }

    public Task CutAsync()
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private string ErrorOf(string code) => isTable
        ? JsonSerializer.Serialize(new Dictionary<string, object> { ["odata.error"] = new { code, message = new { lang = "en-US", value = Said } } })
        : $"""<?xml version="1.0" encoding="utf-8"?><Error><Code>{code}</Code><Message>{Said}</Message></Error>""";

    // Boundaries and ids differ each time the same transaction is sent.
    private static bool IsOfAnAction(string line) =>
        line.StartsWith('{') || line.StartsWith(Condition, StringComparison.OrdinalIgnoreCase)
            || line.EndsWith(" HTTP/1.1", StringComparison.Ordinal);

    private IEnumerable<string> Lines() => Encoding.UTF8.GetString(body).Split('\n').Select(line => line.Trim());
}
