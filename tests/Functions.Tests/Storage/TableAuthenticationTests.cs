using System.Net;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Core;
using Ita.Functions.Storage.Tables;

namespace Ita.Functions.Tests.Storage;

public sealed class TableAuthenticationTests
{
    private const string Noon = "2026-11-20T12:00:00Z";

    // Made with Python's hmac from the published emulator key, over
    // "POST\n\napplication/json\nFri, 20 Nov 2026 12:00:00 GMT\n/devstoreaccount1/devstoreaccount1/Tables".
    private const string WorkedExample = "SharedKey devstoreaccount1:xSXzk2Q0lcgBz25WKEiFdmZpk72qcXL8kdCHMbZ3QS8=";

    [Fact]
    public async Task A_shared_key_signature_is_that_of_the_worked_example()
    {
        var sent = new RecordingHandler();

        await sent.Service(new StoppedClock(Noon)).CreateTableIfNotExistsAsync("Agencies");

        var headers = Assert.Single(sent.Requests).Headers;
        Assert.Equal("Fri, 20 Nov 2026 12:00:00 GMT", headers["x-ms-date"]);
        Assert.Equal(WorkedExample, headers["Authorization"]);
    }

    [Fact]
    public async Task The_path_is_signed_as_it_is_sent_and_the_query_is_not()
    {
        var sent = new RecordingHandler(HttpStatusCode.OK) { Body = "{}" };

        await sent.Service(new StoppedClock(Noon)).GetTableClient("Agencies").GetEntityAsync<TableEntity>("ก'1%", "a b", ["Name"]);

        var request = Assert.Single(sent.Requests);
        const string Path = "/devstoreaccount1/Agencies(PartitionKey='%E0%B8%81%27%271%25',RowKey='a%20b')";
        Assert.Equal(Path + "?$select=Name", request.Uri.PathAndQuery);
        Assert.Equal(Signed($"GET\n\n\nFri, 20 Nov 2026 12:00:00 GMT\n/devstoreaccount1{Path}"), request.Headers["Authorization"]);
    }

    [Fact]
    public async Task A_comp_query_is_part_of_what_is_signed()
    {
        var sent = new RecordingHandler();
        var policy = new SharedKeyPolicy(new("devstoreaccount1", RecordingHandler.Key), new StoppedClock(Noon));
        var pipeline = Azure.Core.Pipeline.HttpPipelineBuilder.Build(sent.Options(), policy);
        using var message = pipeline.CreateMessage();
        message.Request.Uri.Reset(new Uri("http://127.0.0.1:10002/devstoreaccount1/Agencies?timeout=5&comp=acl"));

        await pipeline.SendAsync(message, default);

        var expected = Signed("GET\n\n\nFri, 20 Nov 2026 12:00:00 GMT\n/devstoreaccount1/devstoreaccount1/Agencies?comp=acl");
        Assert.Equal(expected, Assert.Single(sent.Requests).Headers["Authorization"]);
    }

    [Fact]
    public async Task A_retry_is_dated_and_signed_anew()
    {
        var sent = new RecordingHandler(HttpStatusCode.ServiceUnavailable, HttpStatusCode.NoContent);
        var clock = new StoppedClock(Noon, TimeSpan.FromSeconds(1));

        await sent.Service(clock).GetTableClient("Agencies").UpsertEntityAsync(new("p", "r"));

        Assert.Equal(2, sent.Requests.Count);
        Assert.NotEqual(sent.Requests[0].Headers["x-ms-date"], sent.Requests[1].Headers["x-ms-date"]);
        Assert.NotEqual(sent.Requests[0].Headers["Authorization"], sent.Requests[1].Headers["Authorization"]);
    }

    [Fact]
    public async Task A_token_is_asked_for_storage_and_sent_as_bearer()
    {
        var sent = new RecordingHandler();
        var credential = new FakeCredential();
        var service = new TableServiceClient(new Uri("https://ita.table.core.windows.net/"), credential, sent.Options());

        await service.GetTableClient("Agencies").UpsertEntityAsync(new("p", "r"));

        Assert.Equal("Bearer a-token", Assert.Single(sent.Requests).Headers["Authorization"]);
        Assert.Equal("https://ita.table.core.windows.net/Agencies(PartitionKey='p',RowKey='r')", sent.Requests[0].Uri.AbsoluteUri);
        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
    }

    [Fact]
    public async Task A_token_never_goes_over_plain_http()
    {
        var sent = new RecordingHandler();
        var service = new TableServiceClient(new Uri("http://127.0.0.1:10002/devstoreaccount1"), new FakeCredential(), sent.Options());

        await Assert.ThrowsAsync<InvalidOperationException>(() => service.GetTableClient("Agencies").UpsertEntityAsync(new("p", "r")));

        Assert.Empty(sent.Requests);
    }

    [Fact]
    public async Task An_answer_that_is_not_the_services_own_still_surfaces_with_its_status()
    {
        var sent = new RecordingHandler(HttpStatusCode.Forbidden) { Body = "<html>the office proxy says no</html>" };

        var refused = await Assert.ThrowsAsync<RequestFailedException>(
            () => sent.Service().GetTableClient("Agencies").UpsertEntityAsync(new("p", "r")));

        Assert.Equal((403, (string?)null), (refused.Status, refused.ErrorCode));
    }

    private static string Signed(string text)
    {
        var key = Convert.FromBase64String(RecordingHandler.Key);
        return $"SharedKey devstoreaccount1:{Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)))}";
    }

    private sealed class FakeCredential : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new("a-token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
