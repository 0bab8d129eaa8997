using Azure;

namespace Ita.Functions.Storage.Tables;

/// <summary>The answer that there is no such entity.</summary>
internal sealed class NoValueResponse<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException("There is no entity with these keys.");

    public override Response GetRawResponse() => response;
}
