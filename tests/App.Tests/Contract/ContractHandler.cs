namespace Ita.App.Tests.Contract;

/// <summary>Fails a test whose response does not match the app's OpenAPI document. Every test that calls the API uses
/// it.</summary>
internal sealed class ContractHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const string Root = "/api/v1/";

    private static readonly SemaphoreSlim Turn = new(1);
    private static ApiContract? contract;

    /// <summary>The operations that returned a successful response.</summary>
    public HashSet<string> Succeeded { get; } = new(StringComparer.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        var path = request.RequestUri!.AbsolutePath;

        // 502 to 504 are responses of the host while it has no worker.
        if (path.StartsWith(Root, StringComparison.Ordinal) && (int)answer.StatusCode is not (>= 502 and <= 504))
        {
            await CheckAsync(request, path, answer, cancellationToken);
        }

        return answer;
    }

    private async Task CheckAsync(HttpRequestMessage request, string path, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (await ContractAsync(request.RequestUri!, cancellationToken) is not { } document)
        {
            return;
        }

        var mediaType = answer.Content.Headers.ContentType?.MediaType;
        var body = mediaType?.EndsWith("json", StringComparison.Ordinal) == true
            ? await answer.Content.ReadAsStringAsync(cancellationToken)
            : mediaType is null ? "" : "file";
        if (document.FaultOf(request.Method, path, (int)answer.StatusCode, mediaType, body) is { } fault)
        {
            Assert.Fail(fault);
        }

        if ((int)answer.StatusCode is >= 200 and < 400 && document.Find(request.Method, path) is { } operation)
        {
            Succeeded.Add(operation);
        }
    }

    private async Task<ApiContract?> ContractAsync(Uri address, CancellationToken cancellationToken)
    {
        if (contract is { } known)
        {
            return known;
        }

        await Turn.WaitAsync(cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "/api/openapi/v1.json"));
            using var answer = await base.SendAsync(request, cancellationToken);

            // No document is available when a test breaks the app on purpose.
            return answer.IsSuccessStatusCode ? contract ??= ApiContract.Parse(await answer.Content.ReadAsStringAsync(cancellationToken)) : null;
        }
        finally
        {
            Turn.Release();
        }
    }
}
