namespace Ita.App.Tests.Contract;

/// <summary>Fails the call when the answer is not as the app's OpenAPI document says. Every test that calls the API goes through it.</summary>
internal sealed class ContractHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const string Root = "/api/v1/";

    private static readonly SemaphoreSlim Turn = new(1);
    private static ApiContract? contract;

    /// <summary>The operations that were answered with success.</summary>
    public HashSet<string> Succeeded { get; } = new(StringComparer.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        var path = request.RequestUri!.AbsolutePath;

        // 502 to 504 are the host's own answers while it has no worker.
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
        var body = mediaType?.EndsWith("json", StringComparison.Ordinal) == true ? await answer.Content.ReadAsStringAsync(cancellationToken) : mediaType is null ? "" : "file";
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

            // A test that breaks the app on purpose can get no document.
            return answer.IsSuccessStatusCode ? contract ??= ApiContract.Parse(await answer.Content.ReadAsStringAsync(cancellationToken)) : null;
        }
        finally
        {
            Turn.Release();
        }
    }
}
