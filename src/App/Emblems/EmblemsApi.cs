namespace Ita.App.Emblems;

/// <summary>GET, PUT and DELETE reports/{year}/{agency}/emblem, and emblem for the operator: the picture at the head of memos and letters.</summary>
internal static class EmblemsApi
{
    public static void MapEmblems(this IEndpointRouteBuilder api)
    {
        const string OfAgency = "/reports/{year:int}/{agency}/emblem";
        const string OfOperator = "/emblem";
        Reading(api.MapGet(OfAgency, GetAsync), Right.OwnAgency);
        Writing(api.MapPut(OfAgency, PutAsync), Right.OwnAgency);
        Deleting(api.MapDelete(OfAgency, DeleteAsync), Right.OwnAgency);
        Reading(api.MapGet(OfOperator, GetOperatorsAsync), Right.Operator);
        Writing(api.MapPut(OfOperator, PutOperatorsAsync), Right.Operator);
        Deleting(api.MapDelete(OfOperator, DeleteOperatorsAsync), Right.Operator);
    }

    private static void Reading(RouteHandlerBuilder endpoint, Right right) =>
        endpoint.Needs(right).SucceedsWithFile("image/png", "image/jpeg").Refuses(StatusCodes.Status404NotFound);

    private static void Writing(RouteHandlerBuilder endpoint, Right right) => endpoint
        .Needs(right)
        .TakesBody()
        .DisableAntiforgery()
        .Succeeds<EmblemObject>()
        .Refuses(StatusCodes.Status415UnsupportedMediaType);

    private static void Deleting(RouteHandlerBuilder endpoint, Right right) =>
        endpoint.Needs(right).SucceedsEmpty(StatusCodes.Status204NoContent).Refuses(StatusCodes.Status404NotFound);

    private static Task<IResult> GetAsync(int year, string agency, EmblemBlobs emblems, CancellationToken cancellationToken) =>
        ReadAsync((FiscalYear.FromBuddhistEra(year), agency), emblems, cancellationToken);

    private static Task<IResult> GetOperatorsAsync(EmblemBlobs emblems, CancellationToken cancellationToken) =>
        ReadAsync(null, emblems, cancellationToken);

    private static Task<Answer<EmblemObject>> PutAsync(
        int year, string agency, HttpRequest request, EmblemChanges changes, CancellationToken cancellationToken) =>
        KeepAsync((FiscalYear.FromBuddhistEra(year), agency), request, changes, cancellationToken);

    private static Task<Answer<EmblemObject>> PutOperatorsAsync(
        HttpRequest request, EmblemChanges changes, CancellationToken cancellationToken) => KeepAsync(null, request, changes, cancellationToken);

    private static Task<IResult> DeleteAsync(int year, string agency, EmblemBlobs emblems, CancellationToken cancellationToken) =>
        RemoveAsync((FiscalYear.FromBuddhistEra(year), agency), emblems, cancellationToken);

    private static Task<IResult> DeleteOperatorsAsync(EmblemBlobs emblems, CancellationToken cancellationToken) =>
        RemoveAsync(null, emblems, cancellationToken);

    private static async Task<IResult> ReadAsync(
        (FiscalYear Year, string Agency)? owner, EmblemBlobs emblems, CancellationToken cancellationToken) =>
        await emblems.FindAsync(owner, cancellationToken) is { } emblem
            ? TypedResults.File(emblem.Bytes, emblem.ContentType)
            : Refusal.NotFound("emblem-none").ToResult();

    private static async Task<Answer<EmblemObject>> KeepAsync(
        (FiscalYear Year, string Agency)? owner, HttpRequest request, EmblemChanges changes, CancellationToken cancellationToken) =>
        (await changes.KeepAsync(owner, request, cancellationToken))
            .ToAnswer(picture => new EmblemObject(picture.ContentType, picture.Width, picture.Height));

    private static async Task<IResult> RemoveAsync(
        (FiscalYear Year, string Agency)? owner, EmblemBlobs emblems, CancellationToken cancellationToken) =>
        await emblems.DeleteAsync(owner, cancellationToken) ? TypedResults.NoContent() : Refusal.NotFound("emblem-none").ToResult();

    /// <param name="ContentType">image/png or image/jpeg: the type in which the emblem is stored.</param>
    /// <param name="Width">In pixels, as stored.</param>
    /// <param name="Height">In pixels, as stored.</param>
    private sealed record EmblemObject(string ContentType, int Width, int Height);
}
