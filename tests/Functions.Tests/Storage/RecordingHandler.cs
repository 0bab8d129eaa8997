using System.Net;
using Azure.Core.Pipeline;
using Ita.Functions.Storage.Tables;

namespace Ita.Functions.Tests.Storage;

/// <summary>Keeps what was sent and answers with the statuses given, the last one for ever; 204 when none was given.</summary>
internal sealed class RecordingHandler(params HttpStatusCode[] statuses) : HttpMessageHandler
{
    public const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public List<Sent> Requests { get; } = [];

    /// <summary>Answered instead of an empty body.</summary>
    public string Body { get; init; } = "";

    public TableClientOptions Options(TimeProvider? clock = null)
    {
        var options = new TableClientOptions { Clock = clock ?? TimeProvider.System, Transport = new HttpClientTransport(this) };
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        return options;
    }

    public TableServiceClient Service(TimeProvider? clock = null) => new(
        new Uri("http://127.0.0.1:10002/devstoreaccount1"), new TableSharedKeyCredential("devstoreaccount1", Key), Options(clock));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(Send(request, cancellationToken));

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var status = statuses.ElementAtOrDefault(Math.Min(Requests.Count, statuses.Length - 1));
        var headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value));
        Requests.Add(new(request.RequestUri!, headers));
        return new(status == 0 ? HttpStatusCode.NoContent : status) { Content = new StringContent(Body), RequestMessage = request };
    }

    public sealed record Sent(Uri Uri, Dictionary<string, string> Headers);
}
