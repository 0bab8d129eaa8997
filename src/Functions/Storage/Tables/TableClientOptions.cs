using Azure.Core;

namespace Ita.Functions.Storage.Tables;

/// <summary>Retry, transport and diagnostics settings of the table clients; the defaults of Azure.Core unless set.</summary>
public sealed class TableClientOptions : ClientOptions
{
    /// <summary>The clock behind the x-ms-date header, which the service allows to be 15 minutes wrong.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;
}
