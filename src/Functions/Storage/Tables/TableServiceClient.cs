using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Ita.Functions.Storage.Tables;

/// <summary>
/// The Table service of one storage account. Make one and keep it: its HTTP pipeline, and so its connections, are shared by
/// every <see cref="TableClient"/> it gives. Safe to use from many threads.
/// </summary>
/// <remarks>Shaped like the class of this name in Azure.Data.Tables, so that the package can replace it (decision 0002).</remarks>
public sealed class TableServiceClient
{
    private const string Scope = "https://storage.azure.com/.default";

    private readonly TableHttp _http;

    /// <param name="connectionString">
    /// <c>UseDevelopmentStorage=true</c>, or AccountName and AccountKey with TableEndpoint or EndpointSuffix.
    /// </param>
    /// <exception cref="FormatException">A part is malformed or missing.</exception>
    public TableServiceClient(string connectionString, TableClientOptions? options = null)
        : this(TableConnectionString.Parse(connectionString), options ?? new())
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options = null)
        : this(new TableConnectionString(endpoint, credential), options ?? new())
    {
    }

    /// <param name="endpoint">For example <c>https://account.table.core.windows.net</c>; a token is sent over https only.</param>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(endpoint, new BearerTokenAuthenticationPolicy(tokenCredential, Scope), options ?? new())
    {
    }

    private TableServiceClient(TableConnectionString connection, TableClientOptions options)
        : this(connection.Endpoint, new SharedKeyPolicy(connection.Credential, options.Clock), options)
    {
    }

    private TableServiceClient(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions options)
    {
        Uri = endpoint;
        _http = new(endpoint, authentication, options);
    }

    /// <summary>The account's table endpoint.</summary>
    public Uri Uri { get; }

    /// <exception cref="ArgumentException">The name is not 3 to 63 letters and digits, a letter first.</exception>
    public TableClient GetTableClient(string tableName) => new(_http, tableName);

    /// <inheritdoc cref="TableClient.CreateIfNotExistsAsync"/>
    public Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateIfNotExistsAsync(cancellationToken);
}
