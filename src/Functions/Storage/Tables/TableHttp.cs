using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Ita.Functions.Storage.Tables;

/// <summary>The pipeline and the account it talks to; shared by the service client and all its table clients.</summary>
internal sealed class TableHttp
{
    // The version Azure.Data.Tables sends too: the first in which the Table service takes tokens of Microsoft Entra ID.
    private const string ServiceVersion = "2020-12-06";
    private const string Json = "application/json";

    private readonly HttpPipeline _pipeline;
    private readonly string _endpoint;

    public TableHttp(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions options)
    {
        _endpoint = endpoint.AbsoluteUri.TrimEnd('/');
        _pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options)
        {
            // After the retry policy: each attempt gets its own date and signature.
            PerRetryPolicies = { authentication },
            RequestFailedDetailsParser = TableErrorParser.Instance,
        });
    }

    /// <param name="path">Below the account, starting with a slash, already escaped.</param>
    public Uri Address(string path) => new(_endpoint + path);

    public HttpMessage Message(RequestMethod method, string path)
    {
        var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(Address(path));
        message.Request.Headers.SetValue("Accept", "application/json;odata=minimalmetadata");
        message.Request.Headers.SetValue("DataServiceVersion", "3.0");
        message.Request.Headers.SetValue("x-ms-version", ServiceVersion);
        return message;
    }

    public HttpMessage Message(RequestMethod method, string path, ReadOnlyMemory<byte> body, string contentType = Json)
    {
        var message = Message(method, path);
        message.Request.Headers.SetValue("Content-Type", contentType);
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        message.Request.Content = RequestContent.Create(body);
        return message;
    }

    /// <param name="expected">An error code that is an answer here, not a failure.</param>
    /// <exception cref="RequestFailedException">The service refused, with any other code.</exception>
    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellation, string? expected = null)
    {
        await _pipeline.SendAsync(message, cancellation);
        var response = message.Response;
        return !response.IsError || (expected is not null && TableErrorParser.CodeOf(response) == expected)
            ? response
            : throw new RequestFailedException(response);
    }
}
