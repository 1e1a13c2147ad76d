// Generated from openapi.yaml: make clients

/** The release of the service whose description this is. */
export const VERSION = "0.2.0";
/** A value of an enumeration as it is read: one that is known, or one of a later release. */
export type Open<Value extends string> = Value | (string & {});

export interface paths {
    "/v1": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what there is
         * @description Links to every list, and to what else there is.
         */
        get: operations["getIndex"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the changes
         * @description Every create, update and delete, once and in order. Keep the last `next_after` and `next_chain`: who goes on from there misses nothing and sees nothing twice, and is told (410) where the service was restored from a backup. `Link` has a `next` only while there is more. A filter tells of the records that meet it after a change or met it before; at most ten thousand changes are looked through for one answer, which may then be empty and have a `next`.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sources
         * @description Filters narrow the list together. Follow `next_cursor`, or the `Link` header, for further pages: none skips or repeats a record.
         */
        get: operations["listSources"];
        put?: never;
        /**
         * Create a source
         * @description Without an `id` the service derives one from the title or name and the date.
         */
        post: operations["createSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the source.
                 * @example 38-north-2018-07-sohae
                 */
                id: components["parameters"]["id2"];
            };
            cookie?: never;
        };
        /**
         * Get a source
         * @description Every field is there, null or empty where there is nothing to say. `fields` leaves members out, and `expand` puts records in the places of their ids.
         */
        get: operations["getSource"];
        /**
         * Replace a source, or create it
         * @description An existing record needs `If-Match`. What was deleted is brought back. An `id` in the body must be that of the URL. A body that says what is stored writes nothing.
         */
        put: operations["replaceSource"];
        post?: never;
        /**
         * Delete a source
         * @description Refused while other records name it. Its history stays readable, and `PUT` brings it back.
         */
        delete: operations["deleteSource"];
        options?: never;
        head?: never;
        /**
         * Change parts of a source
         * @description Takes a JSON Merge Patch (RFC 7396): null removes a member, arrays are replaced whole. Where null is a value of a required member (a source's `published`), it sets null. Null for an unknown member is an error.
         */
        patch: operations["patchSource"];
        trace?: never;
    };
    "/v1/sources/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the source.
                 * @example 38-north-2018-07-sohae
                 */
                id: components["parameters"]["id2"];
            };
            cookie?: never;
        };
        /**
         * List the revisions of a source
         * @description Newest first: who wrote it when, and what changed. Also of a deleted record. `memento` is the URL of the record as it was then. As `application/link-format` the list is a TimeMap (RFC 7089).
         */
        get: operations["listSourceRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{id}/revisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the source.
                 * @example 38-north-2018-07-sohae
                 */
                id: components["parameters"]["id2"];
                /**
                 * @description Number of the revision of the source.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        /**
         * Get a revision of a source
         * @description With the record as it stood. What depends on the day, a summit's `status` say, is as of today (UTC), with `known_at` as of its day, in the record and in the patch alike. `compare` adds what differs from another revision, earlier or later.
         */
        get: operations["getSourceRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/systems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List systems
         * @description Filters narrow the list together. Follow `next_cursor`, or the `Link` header, for further pages: none skips or repeats a record.
         */
        get: operations["listSystems"];
        put?: never;
        /**
         * Create a system
         * @description Without an `id` the service derives one from the title or name and the date.
         */
        post: operations["createSystem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/systems/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the system.
                 * @example hwasong-14
                 */
                id: components["parameters"]["id3"];
            };
            cookie?: never;
        };
        /**
         * Get a system
         * @description Every field is there, null or empty where there is nothing to say. `fields` leaves members out, and `expand` puts records in the places of their ids.
         */
        get: operations["getSystem"];
        /**
         * Replace a system, or create it
         * @description An existing record needs `If-Match`. What was deleted is brought back. An `id` in the body must be that of the URL. A body that says what is stored writes nothing.
         */
        put: operations["replaceSystem"];
        post?: never;
        /**
         * Delete a system
         * @description Refused while other records name it. Its history stays readable, and `PUT` brings it back.
         */
        delete: operations["deleteSystem"];
        options?: never;
        head?: never;
        /**
         * Change parts of a system
         * @description Takes a JSON Merge Patch (RFC 7396): null removes a member, arrays are replaced whole. Where null is a value of a required member (a source's `published`), it sets null. Null for an unknown member is an error.
         */
        patch: operations["patchSystem"];
        trace?: never;
    };
    "/v1/systems/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the system.
                 * @example hwasong-14
                 */
                id: components["parameters"]["id3"];
            };
            cookie?: never;
        };
        /**
         * List the revisions of a system
         * @description Newest first: who wrote it when, and what changed. Also of a deleted record. `memento` is the URL of the record as it was then. As `application/link-format` the list is a TimeMap (RFC 7089).
         */
        get: operations["listSystemRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/systems/{id}/revisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the system.
                 * @example hwasong-14
                 */
                id: components["parameters"]["id3"];
                /**
                 * @description Number of the revision of the system.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        /**
         * Get a revision of a system
         * @description With the record as it stood. What depends on the day, a summit's `status` say, is as of today (UTC), with `known_at` as of its day, in the record and in the patch alike. `compare` adds what differs from another revision, earlier or later.
         */
        get: operations["getSystemRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/actors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List actors
         * @description Filters narrow the list together. Follow `next_cursor`, or the `Link` header, for further pages: none skips or repeats a record.
         */
        get: operations["listActors"];
        put?: never;
        /**
         * Create an actor
         * @description Without an `id` the service derives one from the title or name and the date.
         */
        post: operations["createActor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/actors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the actor.
                 * @example sarah-huckabee-sanders
                 */
                id: components["parameters"]["id4"];
            };
            cookie?: never;
        };
        /**
         * Get an actor
         * @description Every field is there, null or empty where there is nothing to say. `fields` leaves members out, and `expand` puts records in the places of their ids.
         */
        get: operations["getActor"];
        /**
         * Replace an actor, or create it
         * @description An existing record needs `If-Match`. What was deleted is brought back. An `id` in the body must be that of the URL. A body that says what is stored writes nothing.
         */
        put: operations["replaceActor"];
        post?: never;
        /**
         * Delete an actor
         * @description Refused while other records name it. Its history stays readable, and `PUT` brings it back.
         */
        delete: operations["deleteActor"];
        options?: never;
        head?: never;
        /**
         * Change parts of an actor
         * @description Takes a JSON Merge Patch (RFC 7396): null removes a member, arrays are replaced whole. Where null is a value of a required member (a source's `published`), it sets null. Null for an unknown member is an error.
         */
        patch: operations["patchActor"];
        trace?: never;
    };
    "/v1/actors/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the actor.
                 * @example sarah-huckabee-sanders
                 */
                id: components["parameters"]["id4"];
            };
            cookie?: never;
        };
        /**
         * List the revisions of an actor
         * @description Newest first: who wrote it when, and what changed. Also of a deleted record. `memento` is the URL of the record as it was then. As `application/link-format` the list is a TimeMap (RFC 7089).
         */
        get: operations["listActorRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/actors/{id}/revisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the actor.
                 * @example sarah-huckabee-sanders
                 */
                id: components["parameters"]["id4"];
                /**
                 * @description Number of the revision of the actor.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        /**
         * Get a revision of an actor
         * @description With the record as it stood. What depends on the day, a summit's `status` say, is as of today (UTC), with `known_at` as of its day, in the record and in the patch alike. `compare` adds what differs from another revision, earlier or later.
         */
        get: operations["getActorRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/summits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List summits
         * @description Filters narrow the list together. Follow `next_cursor`, or the `Link` header, for further pages: none skips or repeats a record.
         */
        get: operations["listSummits"];
        put?: never;
        /**
         * Create a summit
         * @description Without an `id` the service derives one from the title or name and the date.
         */
        post: operations["createSummit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/summits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the summit.
                 * @example second-trump-kim-meeting
                 */
                id: components["parameters"]["id5"];
            };
            cookie?: never;
        };
        /**
         * Get a summit
         * @description Every field is there, null or empty where there is nothing to say. `fields` leaves members out, and `expand` puts records in the places of their ids.
         */
        get: operations["getSummit"];
        /**
         * Replace a summit, or create it
         * @description An existing record needs `If-Match`. What was deleted is brought back. An `id` in the body must be that of the URL. A body that says what is stored writes nothing.
         */
        put: operations["replaceSummit"];
        post?: never;
        /**
         * Delete a summit
         * @description Refused while other records name it. Its history stays readable, and `PUT` brings it back.
         */
        delete: operations["deleteSummit"];
        options?: never;
        head?: never;
        /**
         * Change parts of a summit
         * @description Takes a JSON Merge Patch (RFC 7396): null removes a member, arrays are replaced whole. Where null is a value of a required member (a source's `published`), it sets null. Null for an unknown member is an error.
         */
        patch: operations["patchSummit"];
        trace?: never;
    };
    "/v1/summits/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the summit.
                 * @example second-trump-kim-meeting
                 */
                id: components["parameters"]["id5"];
            };
            cookie?: never;
        };
        /**
         * List the revisions of a summit
         * @description Newest first: who wrote it when, and what changed. Also of a deleted record. `memento` is the URL of the record as it was then. As `application/link-format` the list is a TimeMap (RFC 7089).
         */
        get: operations["listSummitRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/summits/{id}/revisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the summit.
                 * @example second-trump-kim-meeting
                 */
                id: components["parameters"]["id5"];
                /**
                 * @description Number of the revision of the summit.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        /**
         * Get a revision of a summit
         * @description With the record as it stood. What depends on the day, a summit's `status` say, is as of today (UTC), with `known_at` as of its day, in the record and in the patch alike. `compare` adds what differs from another revision, earlier or later.
         */
        get: operations["getSummitRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List communications
         * @description Filters narrow the list together. Follow `next_cursor`, or the `Link` header, for further pages: none skips or repeats a record.
         */
        get: operations["listCommunications"];
        put?: never;
        /**
         * Create a communication
         * @description Without an `id` the service derives one from the title or name and the date.
         */
        post: operations["createCommunication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the communication.
                 * @example kim-jong-un-letter-second-meeting
                 */
                id: components["parameters"]["id6"];
            };
            cookie?: never;
        };
        /**
         * Get a communication
         * @description Every field is there, null or empty where there is nothing to say. `fields` leaves members out, and `expand` puts records in the places of their ids.
         */
        get: operations["getCommunication"];
        /**
         * Replace a communication, or create it
         * @description An existing record needs `If-Match`. What was deleted is brought back. An `id` in the body must be that of the URL. A body that says what is stored writes nothing.
         */
        put: operations["replaceCommunication"];
        post?: never;
        /**
         * Delete a communication
         * @description Refused while other records name it. Its history stays readable, and `PUT` brings it back.
         */
        delete: operations["deleteCommunication"];
        options?: never;
        head?: never;
        /**
         * Change parts of a communication
         * @description Takes a JSON Merge Patch (RFC 7396): null removes a member, arrays are replaced whole. Where null is a value of a required member (a source's `published`), it sets null. Null for an unknown member is an error.
         */
        patch: operations["patchCommunication"];
        trace?: never;
    };
    "/v1/communications/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the communication.
                 * @example kim-jong-un-letter-second-meeting
                 */
                id: components["parameters"]["id6"];
            };
            cookie?: never;
        };
        /**
         * List the revisions of a communication
         * @description Newest first: who wrote it when, and what changed. Also of a deleted record. `memento` is the URL of the record as it was then. As `application/link-format` the list is a TimeMap (RFC 7089).
         */
        get: operations["listCommunicationRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communications/{id}/revisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the communication.
                 * @example kim-jong-un-letter-second-meeting
                 */
                id: components["parameters"]["id6"];
                /**
                 * @description Number of the revision of the communication.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        /**
         * Get a revision of a communication
         * @description With the record as it stood. What depends on the day, a summit's `status` say, is as of today (UTC), with `known_at` as of its day, in the record and in the patch alike. `compare` adds what differs from another revision, earlier or later.
         */
        get: operations["getCommunicationRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parades": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List parades
         * @description Filters narrow the list together. Follow `next_cursor`, or the `Link` header, for further pages: none skips or repeats a record.
         */
        get: operations["listParades"];
        put?: never;
        /**
         * Create a parade
         * @description Without an `id` the service derives one from the title or name and the date.
         */
        post: operations["createParade"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parades/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the parade.
                 * @example north-korea-2018-02
                 */
                id: components["parameters"]["id7"];
            };
            cookie?: never;
        };
        /**
         * Get a parade
         * @description Every field is there, null or empty where there is nothing to say. `fields` leaves members out, and `expand` puts records in the places of their ids.
         */
        get: operations["getParade"];
        /**
         * Replace a parade, or create it
         * @description An existing record needs `If-Match`. What was deleted is brought back. An `id` in the body must be that of the URL. A body that says what is stored writes nothing.
         */
        put: operations["replaceParade"];
        post?: never;
        /**
         * Delete a parade
         * @description Refused while other records name it. Its history stays readable, and `PUT` brings it back.
         */
        delete: operations["deleteParade"];
        options?: never;
        head?: never;
        /**
         * Change parts of a parade
         * @description Takes a JSON Merge Patch (RFC 7396): null removes a member, arrays are replaced whole. Where null is a value of a required member (a source's `published`), it sets null. Null for an unknown member is an error.
         */
        patch: operations["patchParade"];
        trace?: never;
    };
    "/v1/parades/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the parade.
                 * @example north-korea-2018-02
                 */
                id: components["parameters"]["id7"];
            };
            cookie?: never;
        };
        /**
         * List the revisions of a parade
         * @description Newest first: who wrote it when, and what changed. Also of a deleted record. `memento` is the URL of the record as it was then. As `application/link-format` the list is a TimeMap (RFC 7089).
         */
        get: operations["listParadeRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parades/{id}/revisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the parade.
                 * @example north-korea-2018-02
                 */
                id: components["parameters"]["id7"];
                /**
                 * @description Number of the revision of the parade.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        /**
         * Get a revision of a parade
         * @description With the record as it stood. What depends on the day, a summit's `status` say, is as of today (UTC), with `known_at` as of its day, in the record and in the patch alike. `compare` adds what differs from another revision, earlier or later.
         */
        get: operations["getParadeRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parades/{id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the parade.
                 * @example north-korea-2018-02
                 */
                id: components["parameters"]["id7"];
            };
            cookie?: never;
        };
        /**
         * Get the comparison of a parade
         * @description The systems and categories that a parade added compared with another, still showed, and no longer showed.
         *
         *     Each system and category that either parade mentions is in one group, with its presence at each of the two and the appearances that say so. Appearances count under `published_until` by their own citations, else by those of their parade. The category of a system is that of its record, at `known_at`.
         */
        get: operations["getParadeComparison"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the presence of systems at parades
         * @description Which weapon systems each parade showed, and which it did not: the grid of systems by parades, newest parades first.
         *
         *     Presence is told as by the comparison of two parades: a category's absence is that of its systems, unless one of them was displayed, and what no record mentions is `unrecorded`.
         */
        get: operations["getPresence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List facilities
         * @description Filters narrow the list together. Follow `next_cursor`, or the `Link` header, for further pages: none skips or repeats a record.
         */
        get: operations["listFacilities"];
        put?: never;
        /**
         * Create a facility
         * @description Without an `id` the service derives one from the title or name and the date.
         */
        post: operations["createFacility"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the facility.
                 * @example sohae
                 */
                id: components["parameters"]["id8"];
            };
            cookie?: never;
        };
        /**
         * Get a facility
         * @description Every field is there, null or empty where there is nothing to say. `fields` leaves members out, and `expand` puts records in the places of their ids.
         */
        get: operations["getFacility"];
        /**
         * Replace a facility, or create it
         * @description An existing record needs `If-Match`. What was deleted is brought back. An `id` in the body must be that of the URL. A body that says what is stored writes nothing.
         */
        put: operations["replaceFacility"];
        post?: never;
        /**
         * Delete a facility
         * @description Refused while other records name it. Its history stays readable, and `PUT` brings it back.
         */
        delete: operations["deleteFacility"];
        options?: never;
        head?: never;
        /**
         * Change parts of a facility
         * @description Takes a JSON Merge Patch (RFC 7396): null removes a member, arrays are replaced whole. Where null is a value of a required member (a source's `published`), it sets null. Null for an unknown member is an error.
         */
        patch: operations["patchFacility"];
        trace?: never;
    };
    "/v1/facilities/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the facility.
                 * @example sohae
                 */
                id: components["parameters"]["id8"];
            };
            cookie?: never;
        };
        /**
         * List the revisions of a facility
         * @description Newest first: who wrote it when, and what changed. Also of a deleted record. `memento` is the URL of the record as it was then. As `application/link-format` the list is a TimeMap (RFC 7089).
         */
        get: operations["listFacilityRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{id}/revisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the facility.
                 * @example sohae
                 */
                id: components["parameters"]["id8"];
                /**
                 * @description Number of the revision of the facility.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        /**
         * Get a revision of a facility
         * @description With the record as it stood. What depends on the day, a summit's `status` say, is as of today (UTC), with `known_at` as of its day, in the record and in the patch alike. `compare` adds what differs from another revision, earlier or later.
         */
        get: operations["getFacilityRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the facility.
                 * @example sohae
                 */
                id: components["parameters"]["id8"];
            };
            cookie?: never;
        };
        /**
         * Get the status of a facility
         * @description The status of a facility under the three clocks.
         */
        get: operations["getFacilityStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{id}/status/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the facility.
                 * @example sohae
                 */
                id: components["parameters"]["id8"];
            };
            cookie?: never;
        };
        /**
         * Get the status history of a facility
         * @description The history of a facility's status: an entry for each change, oldest first.
         */
        get: operations["getFacilityStatusHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facilities/{id}/status/periods": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the facility.
                 * @example sohae
                 */
                id: components["parameters"]["id8"];
            };
            cookie?: never;
        };
        /**
         * Get the periods of a facility's status
         * @description For each component and aspect the periods of one state, with the days on which it was observed: what a chart of the facility over time is drawn from. By the evidence that counts on `as_of`: what a later observation retracts or supersedes is left out of the past too, other than in the history.
         */
        get: operations["getFacilityStatusPeriods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/observations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List observations
         * @description Filters narrow the list together. Follow `next_cursor`, or the `Link` header, for further pages: none skips or repeats a record.
         */
        get: operations["listObservations"];
        put?: never;
        /**
         * Create an observation
         * @description Without an `id` the service derives one from the title or name and the date.
         */
        post: operations["createObservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/observations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the observation.
                 * @example sohae-2018-07-20-to-22
                 */
                id: components["parameters"]["id9"];
            };
            cookie?: never;
        };
        /**
         * Get an observation
         * @description Every field is there, null or empty where there is nothing to say. `fields` leaves members out, and `expand` puts records in the places of their ids.
         */
        get: operations["getObservation"];
        /**
         * Replace an observation, or create it
         * @description An existing record needs `If-Match`. What was deleted is brought back. An `id` in the body must be that of the URL. A body that says what is stored writes nothing.
         */
        put: operations["replaceObservation"];
        post?: never;
        /**
         * Delete an observation
         * @description Refused while other records name it. Its history stays readable, and `PUT` brings it back.
         */
        delete: operations["deleteObservation"];
        options?: never;
        head?: never;
        /**
         * Change parts of an observation
         * @description Takes a JSON Merge Patch (RFC 7396): null removes a member, arrays are replaced whole. Where null is a value of a required member (a source's `published`), it sets null. Null for an unknown member is an error.
         */
        patch: operations["patchObservation"];
        trace?: never;
    };
    "/v1/observations/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the observation.
                 * @example sohae-2018-07-20-to-22
                 */
                id: components["parameters"]["id9"];
            };
            cookie?: never;
        };
        /**
         * List the revisions of an observation
         * @description Newest first: who wrote it when, and what changed. Also of a deleted record. `memento` is the URL of the record as it was then. As `application/link-format` the list is a TimeMap (RFC 7089).
         */
        get: operations["listObservationRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/observations/{id}/revisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the observation.
                 * @example sohae-2018-07-20-to-22
                 */
                id: components["parameters"]["id9"];
                /**
                 * @description Number of the revision of the observation.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        /**
         * Get a revision of an observation
         * @description With the record as it stood. What depends on the day, a summit's `status` say, is as of today (UTC), with `known_at` as of its day, in the record and in the patch alike. `compare` adds what differs from another revision, earlier or later.
         */
        get: operations["getObservationRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/situation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the situation
         * @description The state of play under the three clocks: summits, communications, the last parade, the facilities.
         *
         *     What is dated counts once the latest day that its date can mean has come by `reference_date`. What began on one day goes by id.
         */
        get: operations["getSituation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the timeline
         * @description One page of the timeline: summit steps, communications, parades and observations in one dated stream.
         *
         *     Entries are found by the days that their dates can mean, as in the lists: an entry is in a range when its dates overlap it. Those count which certainly took place by `as_of`, today (UTC) if not given, under `published_until` those that a source had told of. Observations that a later one retracts or supersedes are left out of `items` and counted in `left_out`, as are findings so taken back from the summaries.
         */
        get: operations["getTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the search
         * @description One page of the records that hold the words of `q`, of every type.
         *
         *     First what has a name of its own (summits, parades, facilities, systems), then what is about such things (communications, observations), then the sources that report both. Within each, first what is called just that, then what has the words in its names, then what holds them anywhere; of these systems and facilities come first, by name, then what has a date, newest first; what falls on one day goes by type, then id, backwards.
         *
         *     Under `as_of` records count whose date certainly had come (summits: that of one of their steps), under `published_until` those that a source had told of by then. The words must then stand in names, or in texts that count: not in later steps of a summit, nor in what rests on later sources only.
         */
        get: operations["getSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List steps
         * @description The steps that led to a summit or away from it: what its status became, when, and by whom. Each row has its record and place, its date, and the citations that it rests on. Filters narrow the list together: those of the record select by it, the others select rows, not records that have such a row somewhere. Follow `next_cursor`, or the `Link` header, for further pages: none skips or repeats a row.
         *
         *     Rows count whose date had certainly come by `as_of`, today (UTC) if not given, and under `published_until` those that one of their citations had told of; `left_out` counts the others. Nothing else is left out: what a later observation retracts, or a party denies, is among the rows as it stands in the record.
         */
        get: operations["listSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appearances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List appearances
         * @description The weapon systems and categories that were shown at a parade, or were missing from it. Each row has its record and place, its date, and the citations that it rests on. Filters narrow the list together: those of the record select by it, the others select rows, not records that have such a row somewhere. Follow `next_cursor`, or the `Link` header, for further pages: none skips or repeats a row.
         *
         *     Rows count whose date had certainly come by `as_of`, today (UTC) if not given, and under `published_until` those that one of their citations had told of; `left_out` counts the others. Nothing else is left out: what a later observation retracts, or a party denies, is among the rows as it stands in the record.
         */
        get: operations["listAppearances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List findings
         * @description What was found at facilities: the state of a component, or of the whole site, in one aspect. Each row has its record and place, its date, and the citations that it rests on. Filters narrow the list together: those of the record select by it, the others select rows, not records that have such a row somewhere. Follow `next_cursor`, or the `Link` header, for further pages: none skips or repeats a row.
         *
         *     Rows count whose date had certainly come by `as_of`, today (UTC) if not given, and under `published_until` those that one of their citations had told of; `left_out` counts the others. Nothing else is left out: what a later observation retracts, or a party denies, is among the rows as it stands in the record.
         */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List claims
         * @description What parties claim about what is recorded: who, with which stance, about what. Each row has its record and place, its date, and the citations that it rests on. Filters narrow the list together: those of the record select by it, the others select rows, not records that have such a row somewhere. Follow `next_cursor`, or the `Link` header, for further pages: none skips or repeats a row.
         *
         *     Rows count whose date had certainly come by `as_of`, today (UTC) if not given, and under `published_until` those that one of their citations had told of; `left_out` counts the others. Nothing else is left out: what a later observation retracts, or a party denies, is among the rows as it stands in the record.
         */
        get: operations["listClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export all records
         * @description NDJSON, in the order of the changes that made the records, all as they stand at one change and as of one day (`as_of`, else that of `known_at`, else today): what is written meanwhile is not in it. `Content-Location` is the URL of this very state: to go on after a break, ask for it with `after` set to the `seq` of the last whole line. `/v1/changes` tells what happened since.
         */
        get: operations["exportRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import many records
         * @description NDJSON: each line is a record as `GET` answers it or `PUT` takes it, with its `type` and `id`; what the service sets (`seq`, `revision`, `recorded_at`) is passed over, so that an export can be imported. A record that exists is replaced, and one that says what is stored is left `unchanged`: the same lines again change nothing. A line is at most as long as one record's body. What replaces a record with fewer items or citations than it had says so in `warnings`. All lines are checked before anything is written.
         *
         *     CSV with a header: observations, a finding a row, or appearances, which are added to those of their parade.
         */
        post: operations["importRecords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the kinds of problem
         * @description All there are.
         */
        get: operations["listProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description What follows `/problems/` in the `type` of a problem.
                 * @example not-found
                 */
                slug: "bad-request" | "malformed-json" | "json-too-deep" | "invalid-parameter" | "invalid-cursor" | "invalid-header" | "unauthorized" | "forbidden" | "not-found" | "method-not-allowed" | "not-acceptable" | "request-timeout" | "id-taken" | "record-referenced" | "idempotency-in-progress" | "record-deleted" | "feed-no-longer-retained" | "feed-history-differs" | "precondition-failed" | "payload-too-large" | "uri-too-long" | "unsupported-media-type" | "validation-failed" | "import-refused" | "idempotency-key-reused" | "range-not-satisfiable" | "precondition-required" | "rate-limited" | "request-header-fields-too-large" | "internal-error" | "service-unavailable";
            };
            cookie?: never;
        };
        /**
         * Explain a kind of problem
         * @description Where the `type` of a problem leads.
         */
        get: operations["getProblem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask whether the process lives
         * @description Says nothing of what it rests on, so that nobody restarts it in vain.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask whether the service can do its work
         * @description Each dependency by name.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Something going on at a facility. */
        Activity: {
            /** @description What kind of activity, or of sign of it. */
            kind: Open<components["schemas"]["ActivityKind"]>;
            /** @description Id of the component where it was seen; null for the whole site. */
            component: string | null;
            /** @description How much of it was seen. */
            level: Open<components["schemas"]["ActivityLevel"]> | null;
            /** @description How many vehicles, cranes or people were seen. */
            count: components["schemas"]["Quantity"] | null;
            /** @description Remarks on this activity. */
            note: string | null;
        };
        /** @enum {string} */
        ActivityKind: "vehicles" | "crane" | "construction" | "demolition" | "thermal" | "personnel" | "launch" | "test" | "other";
        /** @enum {string} */
        ActivityLevel: "none" | "low" | "moderate" | "high";
        /** @description Something going on at a facility. */
        ActivityWrite: {
            kind: components["schemas"]["ActivityKind"];
            component?: string | null;
            level?: components["schemas"]["ActivityLevel"] | null;
            count?: components["schemas"]["QuantityWrite"] | null;
            note?: string | null;
        };
        /** @description A person or body. */
        Actor: {
            /**
             * @description The type of the record.
             * @constant
             */
            type: "actor";
            /** @description Identifies the record within its type: lower-case words and numbers joined by hyphens, at most 80 characters. Chosen by the client, or on POST derived from the title or name and the date. */
            id: string;
            /**
             * Format: int64
             * @description How many times the record was written, this time included.
             */
            revision: number;
            /**
             * Format: date-time
             * @description When this revision was recorded (RFC 3339, UTC).
             */
            recorded_at: string;
            /**
             * Format: uri-reference
             * @description The URL of the record.
             */
            self: string;
            /** @description Name by which the person or body is best known in English. */
            name: string;
            /** @description Other names: in Hangul, other romanisations, abbreviations; and their language. */
            aliases: components["schemas"]["Alias"][];
            /** @description What kind of actor it is. */
            kind: Open<components["schemas"]["ActorKind"]>;
            /** @description Country that the actor belongs to or acts for: ISO 3166-1 alpha-3. */
            country: string | null;
            /** @description Offices that a person held, and when. */
            offices: components["schemas"]["Office"][];
            /** @description What the record rests on; at least one. */
            citations: components["schemas"]["Citation"][];
            /** @description URLs that name the same thing elsewhere: a Wikidata entity, say. */
            same_as: string[];
            /** @description What parties claim about it; accounts that contradict one another stand side by side. */
            claims: components["schemas"]["Claim"][];
            /** @description Anything else that a reader of the record should know. */
            note: string | null;
        };
        /** @enum {string} */
        ActorKind: "person" | "government" | "ministry" | "agency" | "party" | "armed_force" | "institute" | "media" | "international_organisation" | "other";
        /** @description One page of actors. */
        ActorList: {
            /** @description The entries of this page. */
            items: components["schemas"]["Actor"][];
            /** @description Send it as `cursor` for the next page; null on the last. */
            next_cursor: string | null;
            /**
             * Format: int64
             * @description The number of all records selected; with `count=true` only.
             */
            total?: number;
        };
        /** @description A person or body. As a merge patch (RFC 7396): what is left out stays as it is, null takes a member away, and an array replaces the whole array. */
        ActorPatch: {
            id?: string | null;
            name?: string;
            aliases?: components["schemas"]["AliasWrite"][] | null;
            kind?: components["schemas"]["ActorKind"];
            country?: string | null;
            offices?: components["schemas"]["OfficeWrite"][] | null;
            citations?: components["schemas"]["CitationWrite"][];
            same_as?: string[] | null;
            claims?: components["schemas"]["ClaimWrite"][] | null;
            note?: string | null;
        };
        /** @description A revision of an actor. */
        ActorRevision: components["schemas"]["Revision"] & {
            /** @description The record as it stood; null where it was deleted. */
            record: components["schemas"]["Actor"] | null;
            /** @description With `compare` only: what differs from that revision. */
            comparison?: components["schemas"]["RevisionComparison"];
        };
        /** @description A person or body. As it is written: read-only members may be sent back as they were read, and are refused unless they equal what is stored; those that depend on the day, a summit's `status`, may be of any day since the record was last written. */
        ActorWrite: {
            id?: string | null;
            name: string;
            aliases?: components["schemas"]["AliasWrite"][];
            kind: components["schemas"]["ActorKind"];
            country?: string | null;
            offices?: components["schemas"]["OfficeWrite"][];
            citations: components["schemas"]["CitationWrite"][];
            same_as?: string[];
            claims?: components["schemas"]["ClaimWrite"][];
            note?: string | null;
        };
        /** @description Another name. */
        Alias: {
            /** @description The name. */
            name: string;
            /** @description Language of the name, a BCP 47 tag: `ko` or `en`, say. */
            language: string | null;
        };
        /** @description Another name. */
        AliasWrite: {
            name: string;
            language?: string | null;
        };
        /** @description A system, or a category of systems, shown at a parade or missing from it. */
        Appearance: {
            /** @description Id of the weapon system; give this or `category`. */
            system: string | null;
            /** @description A category of systems as a whole; give this or `system`. */
            category: Open<components["schemas"]["AppearanceCategory"]> | null;
            /** @description `displayed`; `absent`: not shown; `not_observed`: not seen in what footage there is yet. A system that nobody mentions has no appearance. */
            presence: Open<components["schemas"]["AppearancePresence"]>;
            /** @description Whether a source states it or it is inferred; required where `presence` is `absent`. */
            basis: Open<components["schemas"]["ClaimBasis"]> | null;
            /** @description How many were shown: pieces, or vehicles carrying them. */
            quantity: components["schemas"]["Quantity"] | null;
            /** @description Whether it was shown for the first time. */
            first_display: boolean | null;
            /** @description How certain the identification of the system is. */
            identification: Open<components["schemas"]["AppearanceIdentification"]> | null;
            /** @description The label used at the time. */
            reported_as: string | null;
            /** @description Remarks on this appearance. */
            note: string | null;
            /** @description What this rests on; empty where it rests on the citations of the record. */
            citations: components["schemas"]["Citation"][];
        };
        /** @enum {string} */
        AppearanceCategory: "icbm" | "irbm" | "mrbm" | "srbm" | "slbm" | "hypersonic_glide" | "cruise_missile" | "space_launch_vehicle" | "sam" | "rocket_artillery" | "artillery" | "armour" | "uav" | "unidentified" | "other";
        /** @description An appearance in the record of a parade. */
        AppearanceEvidence: {
            /** @description The parade that it is in. */
            record: components["schemas"]["RecordLink"];
            /**
             * Format: json-pointer
             * @description JSON Pointer (RFC 6901) to the place in the record; empty for all of it.
             */
            pointer: string;
            /** @description `displayed`; `absent`: not shown; `not_observed`: not seen in what footage there is yet. A system that nobody mentions has no appearance. */
            presence: Open<components["schemas"]["AppearancePresence"]>;
            /** @description Whether a source states it or it is inferred; required where `presence` is `absent`. */
            basis: Open<components["schemas"]["ClaimBasis"]> | null;
            /** @description How many were shown: pieces, or vehicles carrying them. */
            quantity: components["schemas"]["Quantity"] | null;
            /** @description Whether it was shown for the first time. */
            first_display: boolean | null;
            /** @description How certain the identification of the system is. */
            identification: Open<components["schemas"]["AppearanceIdentification"]> | null;
            /** @description The label used at the time. */
            reported_as: string | null;
            /** @description What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record. */
            citations: components["schemas"]["Citation"][];
        };
        /** @enum {string} */
        AppearanceIdentification: "identified" | "presumed" | "unidentified" | "later_identified";
        /** @description One page of appearances, one row each. */
        AppearanceList: {
            /** @description The rows of this page. */
            items: components["schemas"]["AppearanceRow"][];
            /** @description Where to go on with `cursor`; null on the last page. */
            next_cursor: string | null;
            /**
             * Format: int64
             * @description The number of all rows selected; with `count=true` only.
             */
            total?: number;
            /** @description What the clocks leave out. */
            left_out: components["schemas"]["LeftOutOfParts"];
            /** @description Until when the record was looked after: an entry for each type of records that the answer is about. What is known to be missing stands in `/v1`. */
            coverage: components["schemas"]["CoverageOfView"][];
        };
        /** @enum {string} */
        AppearancePresence: "displayed" | "absent" | "not_observed";
        /** @description One of the appearances of a record, with the record and what it rests on. */
        AppearanceRow: {
            /** @description The record that it belongs to. */
            record: components["schemas"]["PartOwner"];
            /**
             * Format: json-pointer
             * @description JSON Pointer (RFC 6901) to its place in the record.
             */
            pointer: string;
            /** @description The date of the record, EDTF level 1: that of what it records, or while none is set of its last step; null where it has none. */
            date: string | null;
            /** Format: date */
            date_earliest: string | null;
            /** Format: date */
            date_latest: string | null;
            /** @description Country that held it: ISO 3166-1 alpha-3. */
            country: string;
            /** @description Id of the weapon system; give this or `category`. */
            system: string | null;
            /** @description A category of systems as a whole; give this or `system`. Where it is not given, that of the `system`. */
            category: Open<components["schemas"]["AppearanceCategory"]> | null;
            /** @description `displayed`; `absent`: not shown; `not_observed`: not seen in what footage there is yet. A system that nobody mentions has no appearance. */
            presence: Open<components["schemas"]["AppearancePresence"]>;
            /** @description Whether a source states it or it is inferred; required where `presence` is `absent`. */
            basis: Open<components["schemas"]["ClaimBasis"]> | null;
            /** @description How many were shown: pieces, or vehicles carrying them. */
            quantity: components["schemas"]["Quantity"] | null;
            /** @description Whether it was shown for the first time. */
            first_display: boolean | null;
            /** @description How certain the identification of the system is. */
            identification: Open<components["schemas"]["AppearanceIdentification"]> | null;
            /** @description The label used at the time. */
            reported_as: string | null;
            /** @description Remarks on this appearance. */
            note: string | null;
            /** @description What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record. */
            citations: components["schemas"]["Citation"][];
            /** @description Whose citations these are: its own, or where it has none those of the record, if some `supports` lead to its place these alone. */
            cited_by: Open<components["schemas"]["StepRowCitedBy"]>;
        };
        /** @description A system, or a category of systems, shown at a parade or missing from it. */
        AppearanceWrite: {
            system?: string | null;
            category?: components["schemas"]["AppearanceCategory"] | null;
            presence: components["schemas"]["AppearancePresence"];
            basis?: components["schemas"]["ClaimBasis"] | null;
            quantity?: components["schemas"]["QuantityWrite"] | null;
            first_display?: boolean | null;
            identification?: components["schemas"]["AppearanceIdentification"] | null;
            reported_as?: string | null;
            note?: string | null;
            citations?: components["schemas"]["CitationWrite"][];
        };
        /** @description A representation. */
        AvailableRepresentation: {
            /** @description Its name in `format`. */
            format: string;
            media_type: string;
        };
        /** @description An error in a body. */
        BodyError: {
            /**
             * Format: json-pointer
             * @description JSON Pointer (RFC 6901) to the place in the body; empty for the whole.
             */
            pointer: string;
            /** @description What is wrong, for programs. */
            code: string;
            /** @description What is wrong, for people. */
            detail: string;
        };
        /** @description How a parade was shown on television. */
        Broadcast: {
            /** @description Whether and how it was broadcast. */
            mode: Open<components["schemas"]["BroadcastMode"]> | null;
            /** @description When it was broadcast, EDTF level 1. */
            aired: string | null;
            /** Format: date */
            aired_earliest: string | null;
            /** Format: date */
            aired_latest: string | null;
        };
        /** @enum {string} */
        BroadcastMode: "live" | "delayed" | "none" | "unknown";
        /** @description How a parade was shown on television. */
        BroadcastPatch: {
            mode?: components["schemas"]["BroadcastMode"] | null;
            aired?: components["schemas"]["EdtfDate"] | null;
        };
        /** @description How a parade was shown on television. */
        BroadcastWrite: {
            mode?: components["schemas"]["BroadcastMode"] | null;
            aired?: components["schemas"]["EdtfDate"] | null;
        };
        /** @description A category of systems at each of the two parades. */
        CategoryDifference: {
            /** @description The category. */
            category: Open<components["schemas"]["AppearanceCategory"]>;
            /** @description Its presence at this parade. */
            parade: components["schemas"]["ParadeShowing"];
            /** @description Its presence at the parade compared with. */
            with: components["schemas"]["ParadeShowing"];
        };
        /** @description The categories that either parade mentions, each once, in alphabetical order. */
        CategoryGroups: {
            /** @description Displayed at this parade, and not at the one compared with; `with` says why not. */
            added: components["schemas"]["CategoryDifference"][];
            /** @description Displayed at both. */
            kept: components["schemas"]["CategoryDifference"][];
            /** @description Displayed at the one compared with, and not at this parade; `parade` says why not. */
            no_longer_shown: components["schemas"]["CategoryDifference"][];
            /** @description Displayed at neither, and at least one record says that it was not. */
            shown_at_neither: components["schemas"]["CategoryDifference"][];
        };
        /** @description A category of systems, and its presence at the parades. */
        CategoryPresence: {
            /** @description The category. */
            category: Open<components["schemas"]["AppearanceCategory"]>;
            /** @description Its presence at each of the parades whose record says something of it, in the order of `parades`; at all others it is `unrecorded`. */
            presence: components["schemas"]["PresenceAtParade"][];
        };
        /** @description An entry of the change feed. */
        Change: {
            /**
             * Format: int64
             * @description Number of the change: without gaps, ever rising.
             */
            seq: number;
            /** @description What was done. */
            operation: Open<components["schemas"]["ChangeOperation"]>;
            /** @description Type of the record. */
            type: Open<components["schemas"]["ChangeType"]>;
            /** @description Id of the record. */
            id: string;
            /**
             * Format: uri-reference
             * @description The URL of the record.
             */
            self: string;
            /** @description What the record was called; where it has no name, what its id is made of. */
            title: string;
            /**
             * Format: int64
             * @description Number of the revision that it made.
             */
            revision: number;
            /**
             * Format: date-time
             * @description When (RFC 3339, UTC).
             */
            recorded_at: string;
            /** @description Why, where it was given. */
            reason: string | null;
            /** @description SHA-256, hexadecimal, of the JSON array `[chain before, seq, operation, type, id, revision, recorded_at, reason]` as RFC 8785 writes it; 64 zeros come before the first. */
            chain: string;
        };
        /** @description A stretch of the change feed. */
        ChangeList: {
            /** @description The changes, oldest first. */
            items: components["schemas"]["Change"][];
            /**
             * Format: int64
             * @description Send it as `after` to go on; it passes over entries that the filter leaves out.
             */
            next_after: number;
            /** @description The chain of that change: sent as `chain` beside `after`, it tells this history from another. */
            next_chain: string;
            /**
             * Format: int64
             * @description The newest change number.
             */
            last_seq: number;
        };
        /** @enum {string} */
        ChangeOperation: "created" | "updated" | "deleted";
        /** @enum {string} */
        ChangeType: "source" | "system" | "actor" | "summit" | "communication" | "parade" | "facility" | "observation";
        /** @description An entry of the status after a change. */
        ChangedEntry: {
            /** @description Id of the component; null for the whole site. */
            component: string | null;
            /** @description Name of the component; null for the whole site. */
            name: string | null;
            /** @description Which question the state answers: whether it is whole, where it is, what it does. */
            aspect: Open<components["schemas"]["FindingAspect"]>;
            /** @description The latest state that is neither retracted nor superseded; `unknown` where it was never observed, null where observations of the last day compete: then see `conflicts`. */
            state: Open<components["schemas"]["FindingState"]> | null;
            /**
             * Format: date
             * @description The first day of the unbroken run of this state; null where it was never observed, or states compete.
             */
            since: string | null;
            /**
             * Format: date
             * @description The day from which the last observation of it certainly counts; null where there is none.
             */
            last_observed: string | null;
            /**
             * Format: int64
             * @description Days from then to `reference_date`.
             */
            days_since_observed: number | null;
            /** @description The finding that the state comes from. Of several that agree, it is that of the most precise date, then of the last id. Empty where it was never observed, or states compete. */
            rests_on: components["schemas"]["FindingEvidence"][];
            /** @description The observation that begins the run. */
            since_rests_on: components["schemas"]["RecordLink"] | null;
            /** @description The competing states, where observations of the last day differ: a finding for each, none picked. */
            conflicts: components["schemas"]["FindingEvidence"][];
            /** @description The states before; several where they competed, `unknown` where it was not observed, none where the component had not been identified. */
            before: Open<components["schemas"]["FindingState"]>[];
        };
        /** @description What a statement rests on: a source, the words in it, and the fields that they support. */
        Citation: {
            /** @description Id of the source record, which must exist. */
            source: string;
            /** @description The words of the source, at most 500 characters. */
            quote: string | null;
            /** @description Where in the source: a page, paragraph, figure or time code. */
            locator: string | null;
            /** @description JSON Pointers (RFC 6901) to the places in this record that the source supports; each must resolve. Empty where it supports the whole of what it is cited by. */
            supports: string[];
        };
        /** @description What a statement rests on: a source, the words in it, and the fields that they support. */
        CitationWrite: {
            source: string;
            quote?: string | null;
            locator?: string | null;
            supports?: string[];
        };
        /** @description What one party says, kept beside what others say; accounts that contradict one another are all kept. */
        Claim: {
            /** @description Name of the claim, unique in the record, for others to respond to. */
            id: string | null;
            /** @description What it is about: a JSON Pointer into this record, beginning with a slash, or a topic in words. */
            about: string | null;
            /** @description What is claimed, in words. */
            statement: string;
            /** @description Who claims it. */
            by: components["schemas"]["Party"];
            /** @description How the claim stands to what it is about. */
            stance: Open<components["schemas"]["ClaimStance"]> | null;
            /** @description Id of the claim in this record that it answers. */
            responds_to: string | null;
            /** @description The date (EDTF), quantity or place claimed, as data. */
            value: string | components["schemas"]["Quantity"] | components["schemas"]["Place"] | null;
            /** @description Whether the party says so, or it is inferred from what the party says. */
            basis: Open<components["schemas"]["ClaimBasis"]> | null;
            /**
             * Format: int32
             * @description Admiralty scale: 1 confirmed to 5 improbable, 6 cannot be judged.
             */
            credibility: number | null;
            /** @description Where the claim was made; at least one. */
            citations: components["schemas"]["Citation"][];
        };
        /** @enum {string} */
        ClaimBasis: "stated" | "inferred";
        /** @description One page of claims, one row each. */
        ClaimList: {
            /** @description The rows of this page. */
            items: components["schemas"]["ClaimRow"][];
            /** @description Where to go on with `cursor`; null on the last page. */
            next_cursor: string | null;
            /**
             * Format: int64
             * @description The number of all rows selected; with `count=true` only.
             */
            total?: number;
            /** @description What the clocks leave out. */
            left_out: components["schemas"]["LeftOutOfParts"];
            /** @description Until when the record was looked after: an entry for each type of records that the answer is about. What is known to be missing stands in `/v1`. */
            coverage: components["schemas"]["CoverageOfView"][];
        };
        /** @description One of the claims of a record, with the record and what it rests on. */
        ClaimRow: {
            /** @description The record that it belongs to. */
            record: components["schemas"]["PartOwner"];
            /**
             * Format: json-pointer
             * @description JSON Pointer (RFC 6901) to its place in the record.
             */
            pointer: string;
            /** @description The date of the record, EDTF level 1: that of what it records, or while none is set of its last step; null where it has none. */
            date: string | null;
            /** Format: date */
            date_earliest: string | null;
            /** Format: date */
            date_latest: string | null;
            /** @description Name of the claim, unique in the record, for others to respond to. */
            id: string | null;
            /** @description What it is about: a JSON Pointer into this record, beginning with a slash, or a topic in words. */
            about: string | null;
            /** @description What is claimed, in words. */
            statement: string;
            /** @description Who claims it. */
            by: components["schemas"]["Party"];
            /** @description How the claim stands to what it is about. */
            stance: Open<components["schemas"]["ClaimStance"]> | null;
            /** @description Id of the claim in this record that it answers. */
            responds_to: string | null;
            /** @description The date (EDTF), quantity or place claimed, as data. */
            value: string | components["schemas"]["Quantity"] | components["schemas"]["Place"] | null;
            /** @description Whether the party says so, or it is inferred from what the party says. */
            basis: Open<components["schemas"]["ClaimBasis"]> | null;
            /**
             * Format: int32
             * @description Admiralty scale: 1 confirmed to 5 improbable, 6 cannot be judged.
             */
            credibility: number | null;
            /** @description What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record. */
            citations: components["schemas"]["Citation"][];
            /** @description Whose citations these are: its own, or where it has none those of the record, if some `supports` lead to its place these alone. */
            cited_by: Open<components["schemas"]["StepRowCitedBy"]>;
        };
        /** @enum {string} */
        ClaimStance: "asserts" | "denies" | "disputes" | "corrects";
        /** @description What one party says, kept beside what others say; accounts that contradict one another are all kept. */
        ClaimWrite: {
            id?: string | null;
            about?: string | null;
            statement: string;
            by: components["schemas"]["PartyWrite"];
            stance?: components["schemas"]["ClaimStance"] | null;
            responds_to?: string | null;
            value?: components["schemas"]["EdtfDate"] | components["schemas"]["QuantityWrite"] | components["schemas"]["PlaceWrite"] | null;
            basis?: components["schemas"]["ClaimBasis"] | null;
            /** Format: int32 */
            credibility?: number | null;
            citations: components["schemas"]["CitationWrite"][];
        };
        /** @description What a party undertook. */
        Commitment: {
            /** @description Who undertook it; null where all parties did. */
            by: components["schemas"]["Party"] | null;
            /** @description What was undertaken, in words. */
            text: string;
            /** @description Whether it was written down or said. */
            form: Open<components["schemas"]["CommitmentForm"]> | null;
            /** @description The records that it concerns. */
            regarding: components["schemas"]["TypedReference"][];
        };
        /** @enum {string} */
        CommitmentForm: "written" | "oral";
        /** @description What a party undertook. */
        CommitmentWrite: {
            by?: components["schemas"]["PartyWrite"] | null;
            text: string;
            form?: components["schemas"]["CommitmentForm"] | null;
            regarding?: components["schemas"]["TypedReferenceWrite"][];
        };
        /** @description A letter, statement, briefing, call or visit. */
        Communication: {
            /**
             * @description The type of the record.
             * @constant
             */
            type: "communication";
            /** @description Identifies the record within its type: lower-case words and numbers joined by hyphens, at most 80 characters. Chosen by the client, or on POST derived from the title or name and the date. */
            id: string;
            /**
             * Format: int64
             * @description How many times the record was written, this time included.
             */
            revision: number;
            /**
             * Format: date-time
             * @description When this revision was recorded (RFC 3339, UTC).
             */
            recorded_at: string;
            /**
             * Format: uri-reference
             * @description The URL of the record.
             */
            self: string;
            /** @description What kind of communication it is. */
            kind: Open<components["schemas"]["CommunicationKind"]>;
            /** @description When it was made or delivered, else when it was disclosed, EDTF level 1. */
            date: string;
            /** Format: date */
            date_earliest: string | null;
            /** Format: date */
            date_latest: string | null;
            /** @description When it was written, where that differs from `date`, EDTF level 1. */
            written: string | null;
            /** Format: date */
            written_earliest: string | null;
            /** Format: date */
            written_latest: string | null;
            /** @description When it was delivered, where that differs from `date`, EDTF level 1. */
            delivered: string | null;
            /** Format: date */
            delivered_earliest: string | null;
            /** Format: date */
            delivered_latest: string | null;
            /** @description When it became known, where that differs from `date`, EDTF level 1. */
            disclosed: string | null;
            /** Format: date */
            disclosed_earliest: string | null;
            /** Format: date */
            disclosed_latest: string | null;
            /** @description Whether it took place: confirmed by a party, only reported, disputed, denied, or refused by the one it was sent to. */
            standing: Open<components["schemas"]["CommunicationStanding"]> | null;
            /** @description Who sent or made it. */
            from: components["schemas"]["Party"];
            /** @description Who it was addressed to; null for the public. */
            to: components["schemas"]["Party"] | null;
            /** @description Who carried it. */
            carried_by: components["schemas"]["Party"] | null;
            /** @description What it says, in a few sentences. */
            summary: string;
            /** @description How it was described: very warm, say. */
            tone: string | null;
            /** @description Who described its tone so. */
            described_by: components["schemas"]["Party"] | null;
            /** @description Its words, where they are known. */
            quotes: components["schemas"]["Quote"][];
            /** @description The records that it concerns. */
            regarding: components["schemas"]["TypedReference"][];
            /** @description What the record rests on; at least one. */
            citations: components["schemas"]["Citation"][];
            /** @description URLs that name the same thing elsewhere: a Wikidata entity, say. */
            same_as: string[];
            /** @description What parties claim about it; accounts that contradict one another stand side by side. */
            claims: components["schemas"]["Claim"][];
            /** @description Anything else that a reader of the record should know. */
            note: string | null;
        };
        /** @enum {string} */
        CommunicationKind: "letter" | "oral_message" | "invitation" | "statement" | "press_briefing" | "phone_call" | "envoy_visit" | "speech";
        /** @description One page of communications. */
        CommunicationList: {
            /** @description The entries of this page. */
            items: components["schemas"]["Communication"][];
            /** @description Send it as `cursor` for the next page; null on the last. */
            next_cursor: string | null;
            /**
             * Format: int64
             * @description The number of all records selected; with `count=true` only.
             */
            total?: number;
        };
        /** @description A letter, statement, briefing, call or visit. As a merge patch (RFC 7396): what is left out stays as it is, null takes a member away, and an array replaces the whole array. */
        CommunicationPatch: {
            id?: string | null;
            kind?: components["schemas"]["CommunicationKind"];
            date?: components["schemas"]["EdtfDate"];
            written?: components["schemas"]["EdtfDate"] | null;
            delivered?: components["schemas"]["EdtfDate"] | null;
            disclosed?: components["schemas"]["EdtfDate"] | null;
            standing?: components["schemas"]["CommunicationStanding"] | null;
            from?: components["schemas"]["PartyPatch"];
            to?: components["schemas"]["PartyPatch"] | null;
            carried_by?: components["schemas"]["PartyPatch"] | null;
            summary?: string;
            tone?: string | null;
            described_by?: components["schemas"]["PartyPatch"] | null;
            quotes?: components["schemas"]["QuoteWrite"][] | null;
            regarding?: components["schemas"]["TypedReferenceWrite"][] | null;
            citations?: components["schemas"]["CitationWrite"][];
            same_as?: string[] | null;
            claims?: components["schemas"]["ClaimWrite"][] | null;
            note?: string | null;
        };
        /** @description A revision of a communication. */
        CommunicationRevision: components["schemas"]["Revision"] & {
            /** @description The record as it stood; null where it was deleted. */
            record: components["schemas"]["Communication"] | null;
            /** @description With `compare` only: what differs from that revision. */
            comparison?: components["schemas"]["RevisionComparison"];
        };
        /** @enum {string} */
        CommunicationStanding: "confirmed" | "reported" | "disputed" | "denied" | "refused";
        /** @description A letter, statement, briefing, call or visit. As it is written: read-only members may be sent back as they were read, and are refused unless they equal what is stored; those that depend on the day, a summit's `status`, may be of any day since the record was last written. */
        CommunicationWrite: {
            id?: string | null;
            kind: components["schemas"]["CommunicationKind"];
            date: components["schemas"]["EdtfDate"];
            written?: components["schemas"]["EdtfDate"] | null;
            delivered?: components["schemas"]["EdtfDate"] | null;
            disclosed?: components["schemas"]["EdtfDate"] | null;
            standing?: components["schemas"]["CommunicationStanding"] | null;
            from: components["schemas"]["PartyWrite"];
            to?: components["schemas"]["PartyWrite"] | null;
            carried_by?: components["schemas"]["PartyWrite"] | null;
            summary: string;
            tone?: string | null;
            described_by?: components["schemas"]["PartyWrite"] | null;
            quotes?: components["schemas"]["QuoteWrite"][];
            regarding?: components["schemas"]["TypedReferenceWrite"][];
            citations: components["schemas"]["CitationWrite"][];
            same_as?: string[];
            claims?: components["schemas"]["ClaimWrite"][];
            note?: string | null;
        };
        /** @description A parade that is looked at. */
        ComparedParade: {
            /** @description Type of the record, in the singular. */
            type: string;
            /** @description Id of the record. */
            id: string;
            /** @description URL of the record. */
            self: string;
            /** @description Title of the parade. */
            title: string;
            /** @description When it took place, local date, EDTF level 1. */
            date: string;
            /** Format: date */
            date_earliest: string | null;
            /** Format: date */
            date_latest: string | null;
            /** @description Country that held it: ISO 3166-1 alpha-3. */
            country: string;
            /** @description Whether it counts under the clocks: it had certainly taken place by `as_of`, and something of it was public by `published_until`. Where one of two does not, nothing is compared. */
            counts: boolean;
            /** @description What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record. */
            citations: components["schemas"]["Citation"][];
        };
        /** @description A building, structure or area of a facility that findings are about. */
        Component: {
            /** @description Identifies the component within its facility. */
            id: string;
            /** @description Name, as analysts call it. */
            name: string;
            /** @description What kind of structure it is: launch pad or tunnel portal, say. */
            kind: string | null;
            /** @description Id of the component that this one is part of. */
            part_of: string | null;
            /** @description Other names. */
            aliases: components["schemas"]["Alias"][];
            /** @description Degrees north of the equator, WGS 84; given together with `longitude`. */
            latitude: number | null;
            /** @description Degrees east of Greenwich, WGS 84; given together with `latitude`. */
            longitude: number | null;
            /** @description When analysts first identified it, EDTF level 1. */
            first_identified: string | null;
            /** Format: date */
            first_identified_earliest: string | null;
            /** Format: date */
            first_identified_latest: string | null;
            /** @description What this rests on; empty where it rests on the citations of the record. */
            citations: components["schemas"]["Citation"][];
        };
        /** @description A building, structure or area of a facility that findings are about. */
        ComponentWrite: {
            id: string;
            name: string;
            kind?: string | null;
            part_of?: string | null;
            aliases?: components["schemas"]["AliasWrite"][];
            latitude?: number | null;
            longitude?: number | null;
            first_identified?: components["schemas"]["EdtfDate"] | null;
            citations?: components["schemas"]["CitationWrite"][];
        };
        /** @description From when until when the records of a type were looked after, and what is known to be missing. */
        CoverageOfType: {
            /** @description Type of the records, in the singular. */
            type: string;
            /**
             * Format: date
             * @description The day from which on records were looked for; null where it was not told.
             */
            from: string | null;
            /**
             * Format: date
             * @description The day up to which records were looked for; null where it was not told. What happened later may be missing.
             */
            until: string | null;
            /** @description What is known to be missing between the two days, a sentence each. */
            missing: string[];
        };
        /** @description From when until when the records of a type that an answer is about were looked after. */
        CoverageOfView: {
            /** @description Type of the records, in the singular. */
            type: string;
            /**
             * Format: date
             * @description The day from which on records were looked for; null where it was not told.
             */
            from: string | null;
            /**
             * Format: date
             * @description The day up to which records were looked for; null where it was not told. What happened later may be missing.
             */
            until: string | null;
            /** @description Whether the day that the answer speaks from (`as_of`, else that of `known_at`, else today) lies within these days. Where it is false, that nothing is recorded does not say that nothing happened. Null where `until` is. */
            covers_reference_date: boolean | null;
        };
        /** @description Each by name. */
        Dependencies: {
            /** @description The record. */
            database: components["schemas"]["Dependency"];
            /** @description The replica that answers reads; only where one is set. */
            replica?: components["schemas"]["Dependency"];
            /** @description The shared cache; only where one is set. */
            redis?: components["schemas"]["Dependency"];
        };
        /** @description Something that the service rests on. */
        Dependency: {
            status: Open<components["schemas"]["DependencyStatus"]>;
            /** @description Whether the service is not ready without it. */
            required: boolean;
        };
        /** @enum {string} */
        DependencyStatus: "ok" | "unavailable" | "damaged" | "changes_missing" | "not_migrated" | "not_indexed" | "not_a_replica";
        /**
         * Format: edtf
         * @description A date in EDTF level 1 (ISO 8601-2).
         */
        EdtfDate: string;
        /** @description How much of a component is affected, as a fraction. */
        Extent: {
            /** @description Least fraction of the component, 0 to 1. */
            low: number | null;
            /** @description Greatest fraction of the component, 0 to 1. */
            high: number | null;
        };
        /** @description How much of a component is affected, as a fraction. */
        ExtentWrite: {
            low?: number | null;
            high?: number | null;
        };
        /** @description A nuclear or missile facility. */
        Facility: {
            /**
             * @description The type of the record.
             * @constant
             */
            type: "facility";
            /** @description Identifies the record within its type: lower-case words and numbers joined by hyphens, at most 80 characters. Chosen by the client, or on POST derived from the title or name and the date. */
            id: string;
            /**
             * Format: int64
             * @description How many times the record was written, this time included.
             */
            revision: number;
            /**
             * Format: date-time
             * @description When this revision was recorded (RFC 3339, UTC).
             */
            recorded_at: string;
            /**
             * Format: uri-reference
             * @description The URL of the record.
             */
            self: string;
            /** @description Name, as analysts call it. */
            name: string;
            /** @description Other names, and their language. */
            aliases: components["schemas"]["Alias"][];
            /** @description What kind of facility it is. */
            kind: Open<components["schemas"]["FacilityKind"]>;
            /** @description Country it is in: ISO 3166-1 alpha-3. */
            country: string;
            /** @description Where it is. */
            place: components["schemas"]["Place"];
            /** @description Where other sources place it, if they disagree. */
            other_locations: components["schemas"]["OtherLocation"][];
            /** @description Whether the country has declared or acknowledged it; null where it is not known. */
            declared: boolean | null;
            /** @description What it consists of, as far as findings tell it apart. */
            components: components["schemas"]["Component"][];
            /** @description Other facilities that it belongs to, may be the same as, or supports. */
            related: components["schemas"]["RelatedFacility"][];
            /** @description What the record rests on; at least one. */
            citations: components["schemas"]["Citation"][];
            /** @description URLs that name the same thing elsewhere: a Wikidata entity, say. */
            same_as: string[];
            /** @description What parties claim about it; accounts that contradict one another stand side by side. */
            claims: components["schemas"]["Claim"][];
            /** @description Anything else that a reader of the record should know. */
            note: string | null;
        };
        /** @enum {string} */
        FacilityKind: "satellite_launch_site" | "nuclear_reactor" | "nuclear_complex" | "enrichment_plant" | "reprocessing_plant" | "nuclear_test_site" | "missile_base" | "missile_plant" | "shipyard" | "engine_test_site" | "mine_or_mill" | "research_centre" | "undetermined" | "other";
        /** @description The facility that the answer is about. */
        FacilityLink: {
            /** @description Type of the record, in the singular. */
            type: string;
            /** @description Id of the record. */
            id: string;
            /** @description URL of the record. */
            self: string;
            /** @description Name of the facility. */
            name: string;
        };
        /** @description One page of facilities. */
        FacilityList: {
            /** @description The entries of this page. */
            items: components["schemas"]["Facility"][];
            /** @description Send it as `cursor` for the next page; null on the last. */
            next_cursor: string | null;
            /**
             * Format: int64
             * @description The number of all records selected; with `count=true` only.
             */
            total?: number;
        };
        /** @description A nuclear or missile facility. As a merge patch (RFC 7396): what is left out stays as it is, null takes a member away, and an array replaces the whole array. */
        FacilityPatch: {
            id?: string | null;
            name?: string;
            aliases?: components["schemas"]["AliasWrite"][] | null;
            kind?: components["schemas"]["FacilityKind"];
            country?: string;
            place?: components["schemas"]["PlacePatch"];
            other_locations?: components["schemas"]["OtherLocationWrite"][] | null;
            declared?: boolean | null;
            components?: components["schemas"]["ComponentWrite"][] | null;
            related?: components["schemas"]["RelatedFacilityWrite"][] | null;
            citations?: components["schemas"]["CitationWrite"][];
            same_as?: string[] | null;
            claims?: components["schemas"]["ClaimWrite"][] | null;
            note?: string | null;
        };
        /** @description A revision of a facility. */
        FacilityRevision: components["schemas"]["Revision"] & {
            /** @description The record as it stood; null where it was deleted. */
            record: components["schemas"]["Facility"] | null;
            /** @description With `compare` only: what differs from that revision. */
            comparison?: components["schemas"]["RevisionComparison"];
        };
        /** @description The status of a facility under the three clocks. */
        FacilityStatus: {
            /** @description The facility. */
            facility: components["schemas"]["FacilityLink"];
            /**
             * Format: date
             * @description The day as of which the answer holds, and to which days are counted: `as_of`, else that of `known_at`, else today (UTC).
             */
            reference_date: string;
            /** @description Direction of the last change of the integrity of any component: `dismantling`, which includes destruction; `building` what was not there before; `rebuilding` what had been taken down or damaged; `mixed` where changes of that day have several of these directions, `unchanged` where nothing changed or no change had a direction (from intact to modified, or damaged by a flood), `unknown` where nothing was seen. */
            trend: Open<components["schemas"]["StatusChangeTrend"]>;
            /** @description What the trend rests on; null where there was none. */
            last_change: components["schemas"]["LastChange"] | null;
            /**
             * Format: date
             * @description The day of the last observation that counts; null where there is none.
             */
            last_observed: string | null;
            /**
             * Format: int64
             * @description Days from then to `reference_date`.
             */
            days_since_observed: number | null;
            /** @description How many entries have each state, the states that none has left out; `contested` are those whose state is null. */
            counts: {
                [key: string]: number;
            };
            /** @description An entry for the integrity of each component, in the facility's order, and for each other aspect that was observed; the whole site, where there are findings on it, last. A component counts from `first_identified` on: from the last day that this can mean, or from the first where findings on it count by then. */
            components: components["schemas"]["FacilityStatusEntry"][];
            /** @description Evidence that does not count. */
            left_out: components["schemas"]["LeftOut"];
            /** @description URL of the history of this status, by the same clocks. */
            history: string;
            /** @description Until when the record was looked after: an entry for each type of records that the answer is about. What is known to be missing stands in `/v1`. */
            coverage: components["schemas"]["CoverageOfView"][];
        };
        /** @description The latest state of a component, or of the whole site, in one aspect. */
        FacilityStatusEntry: {
            /** @description Id of the component; null for the whole site. */
            component: string | null;
            /** @description Name of the component; null for the whole site. */
            name: string | null;
            /** @description Which question the state answers: whether it is whole, where it is, what it does. */
            aspect: Open<components["schemas"]["FindingAspect"]>;
            /** @description The latest state that is neither retracted nor superseded; `unknown` where it was never observed, null where observations of the last day compete: then see `conflicts`. */
            state: Open<components["schemas"]["FindingState"]> | null;
            /**
             * Format: date
             * @description The first day of the unbroken run of this state; null where it was never observed, or states compete.
             */
            since: string | null;
            /**
             * Format: date
             * @description The day from which the last observation of it certainly counts; null where there is none.
             */
            last_observed: string | null;
            /**
             * Format: int64
             * @description Days from then to `reference_date`.
             */
            days_since_observed: number | null;
            /** @description The finding that the state comes from. Of several that agree, it is that of the most precise date, then of the last id. Empty where it was never observed, or states compete. */
            rests_on: components["schemas"]["FindingEvidence"][];
            /** @description The observation that begins the run. */
            since_rests_on: components["schemas"]["RecordLink"] | null;
            /** @description The competing states, where observations of the last day differ: a finding for each, none picked. */
            conflicts: components["schemas"]["FindingEvidence"][];
        };
        /** @description The history of a facility's status: an entry for each change, oldest first. */
        FacilityStatusHistory: {
            /** @description The facility. */
            facility: components["schemas"]["FacilityLink"];
            /** @description The days on which the status changed. */
            items: components["schemas"]["StatusChange"][];
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
            /** @description Evidence that was not public. */
            left_out: components["schemas"]["LeftOutOfHistory"];
            /** @description Until when the record was looked after: an entry for each type of records that the answer is about. What is known to be missing stands in `/v1`. */
            coverage: components["schemas"]["CoverageOfView"][];
        };
        /** @description The states of a facility's components over time, by the evidence that counts under the three clocks. */
        FacilityStatusPeriods: {
            /** @description The facility. */
            facility: components["schemas"]["FacilityLink"];
            /**
             * Format: date
             * @description The day as of which the answer holds: `as_of`, else that of `known_at`, else today (UTC).
             */
            reference_date: string;
            /** @description A row for each entry of the status, in its order. The last period of each row is what the status says. */
            rows: components["schemas"]["StatusPeriodRow"][];
            /** @description Evidence that does not count. */
            left_out: components["schemas"]["LeftOut"];
            /** @description Until when the record was looked after: an entry for each type of records that the answer is about. What is known to be missing stands in `/v1`. */
            coverage: components["schemas"]["CoverageOfView"][];
        };
        /** @description A nuclear or missile facility. As it is written: read-only members may be sent back as they were read, and are refused unless they equal what is stored; those that depend on the day, a summit's `status`, may be of any day since the record was last written. */
        FacilityWrite: {
            id?: string | null;
            name: string;
            aliases?: components["schemas"]["AliasWrite"][];
            kind: components["schemas"]["FacilityKind"];
            country: string;
            place: components["schemas"]["PlaceWrite"];
            other_locations?: components["schemas"]["OtherLocationWrite"][];
            declared?: boolean | null;
            components?: components["schemas"]["ComponentWrite"][];
            related?: components["schemas"]["RelatedFacilityWrite"][];
            citations: components["schemas"]["CitationWrite"][];
            same_as?: string[];
            claims?: components["schemas"]["ClaimWrite"][];
            note?: string | null;
        };
        /** @description The state of one component in one aspect; two aspects of a component are two findings. */
        Finding: {
            /** @description Id of the component in the observed facility; null for the whole site. */
            component: string | null;
            /** @description Which question the state answers: whether the component is whole, where it is, or what it is doing. */
            aspect: Open<components["schemas"]["FindingAspect"]>;
            /** @description integrity: intact, modified, partially_dismantled, dismantled, damaged, destroyed, under_construction, rebuilding, rebuilt, obscured, unknown; position: in_place, relocated; activity: operating, intermittent, idle, shut_down, unknown. */
            state: Open<components["schemas"]["FindingState"]>;
            /** @description How much of the component is affected. */
            extent: components["schemas"]["Extent"] | null;
            /** @description What was seen, in words. */
            description: string | null;
            /**
             * Format: int32
             * @description How credible the finding is, on the Admiralty scale: 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged.
             */
            credibility: number | null;
            /** @description Other readings that the source leaves open. */
            alternatives: string[];
            /** @description Whether what was done could be undone; null where it is not known. */
            reversible: boolean | null;
        };
        /** @enum {string} */
        FindingAspect: "integrity" | "position" | "activity";
        /** @description A finding in the observation that made it. */
        FindingEvidence: {
            /** @description The observation. */
            record: components["schemas"]["RecordLink"];
            /**
             * Format: json-pointer
             * @description JSON Pointer (RFC 6901) to the place in the record; empty for all of it.
             */
            pointer: string;
            /** @description What day the observation shows, EDTF level 1. */
            date: string;
            /** Format: date */
            date_earliest: string | null;
            /** Format: date */
            date_latest: string | null;
            /** @description How it was observed. */
            method: Open<components["schemas"]["ObservationMethod"]>;
            /** @description The state found. */
            state: Open<components["schemas"]["FindingState"]>;
            /** @description How much of the component is affected. */
            extent: components["schemas"]["FindingExtent"] | null;
            /** @description What was seen, in words. */
            description: string | null;
            /**
             * Format: int32
             * @description How credible the finding is, on the Admiralty scale: 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged.
             */
            credibility: number | null;
            /** @description Other readings that the source leaves open. */
            alternatives: string[];
            /** @description Whether what was done could be undone; null where it is not known. */
            reversible: boolean | null;
            /** @description What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record. */
            citations: components["schemas"]["Citation"][];
        };
        /** @description How much of a component is affected, as a fraction. */
        FindingExtent: {
            /** @description Least fraction of the component, 0 to 1. */
            low: number | null;
            /** @description Greatest fraction of the component, 0 to 1. */
            high: number | null;
        };
        /** @description One page of findings, one row each. */
        FindingList: {
            /** @description The rows of this page. */
            items: components["schemas"]["FindingRow"][];
            /** @description Where to go on with `cursor`; null on the last page. */
            next_cursor: string | null;
            /**
             * Format: int64
             * @description The number of all rows selected; with `count=true` only.
             */
            total?: number;
            /** @description What the clocks leave out. */
            left_out: components["schemas"]["LeftOutOfParts"];
            /** @description Until when the record was looked after: an entry for each type of records that the answer is about. What is known to be missing stands in `/v1`. */
            coverage: components["schemas"]["CoverageOfView"][];
        };
        /** @description One of the findings of a record, with the record and what it rests on. */
        FindingRow: {
            /** @description The record that it belongs to. */
            record: components["schemas"]["PartOwner"];
            /**
             * Format: json-pointer
             * @description JSON Pointer (RFC 6901) to its place in the record.
             */
            pointer: string;
            /** @description The date of the record, EDTF level 1: that of what it records, or while none is set of its last step; null where it has none. */
            date: string | null;
            /** Format: date */
            date_earliest: string | null;
            /** Format: date */
            date_latest: string | null;
            /** @description Id of the facility observed. */
            facility: string;
            /** @description How it was observed. */
            method: Open<components["schemas"]["ObservationMethod"]>;
            /** @description Anything else that a reader of the record should know. */
            note: string | null;
            /** @description Id of the component in the observed facility; null for the whole site. */
            component: string | null;
            /** @description Which question the state answers: whether the component is whole, where it is, or what it is doing. */
            aspect: Open<components["schemas"]["FindingAspect"]>;
            /** @description integrity: intact, modified, partially_dismantled, dismantled, damaged, destroyed, under_construction, rebuilding, rebuilt, obscured, unknown; position: in_place, relocated; activity: operating, intermittent, idle, shut_down, unknown. */
            state: Open<components["schemas"]["FindingState"]>;
            /** @description How much of the component is affected. */
            extent: components["schemas"]["Extent"] | null;
            /** @description What was seen, in words. */
            description: string | null;
            /**
             * Format: int32
             * @description How credible the finding is, on the Admiralty scale: 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged.
             */
            credibility: number | null;
            /** @description Other readings that the source leaves open. */
            alternatives: string[];
            /** @description Whether what was done could be undone; null where it is not known. */
            reversible: boolean | null;
            /** @description What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record. */
            citations: components["schemas"]["Citation"][];
            /** @description Whose citations these are: its own, or where it has none those of the record, if some `supports` lead to its place these alone. */
            cited_by: Open<components["schemas"]["StepRowCitedBy"]>;
        };
        /** @enum {string} */
        FindingState: "intact" | "modified" | "partially_dismantled" | "dismantled" | "damaged" | "destroyed" | "under_construction" | "rebuilding" | "rebuilt" | "obscured" | "unknown" | "in_place" | "relocated" | "operating" | "intermittent" | "idle" | "shut_down";
        /** @description The state of one component in one aspect; two aspects of a component are two findings. */
        FindingWrite: {
            component?: string | null;
            /** @default integrity */
            aspect: components["schemas"]["FindingAspect"];
            state: components["schemas"]["FindingState"];
            extent?: components["schemas"]["ExtentWrite"] | null;
            description?: string | null;
            /** Format: int32 */
            credibility?: number | null;
            alternatives?: string[];
            reversible?: boolean | null;
        };
        /** @description The process answers. */
        Health: {
            /** @constant */
            status: "ok";
        };
        /** @description Characters of a snippet that are a word asked for, from `start` up to but without `end`. */
        Highlight: {
            /**
             * Format: int32
             * @description The first character.
             */
            start: number;
            /**
             * Format: int32
             * @description The character after the last one.
             */
            end: number;
        };
        /** @description An image that an observation rests on. */
        Image: {
            /** @description Who provided the image: Airbus or Planet Labs, say. */
            provider: string | null;
            /** @description Satellite or camera it was taken with. */
            sensor: string | null;
            /** @description When it was taken, EDTF level 1. */
            acquired: string | null;
            /** Format: date */
            acquired_earliest: string | null;
            /** Format: date */
            acquired_latest: string | null;
            /** @description Ground resolution in metres. */
            resolution_m: number | null;
        };
        /** @description An image that an observation rests on. */
        ImageWrite: {
            provider?: string | null;
            sensor?: string | null;
            acquired?: components["schemas"]["EdtfDate"] | null;
            resolution_m?: number | null;
        };
        /** @description An import of which nothing was kept (RFC 9457). */
        ImportProblem: {
            /**
             * @description The kind of problem: a URL that explains it.
             * @constant
             */
            type: "/problems/import-refused";
            /** @description The kind of problem, in words. */
            title: string;
            /**
             * Format: int32
             * @description The status of the answer.
             * @constant
             */
            status: 422;
            /** @description What is wrong with this request, for people. */
            detail: string;
            /**
             * Format: uri-reference
             * @description The path of the request.
             */
            instance: string;
            /**
             * @description There are more errors than are listed.
             * @constant
             */
            errors_truncated?: true;
            /**
             * Format: int64
             * @description How many errors there are, where they were counted.
             */
            errors_total?: number;
            /** @description The errors of all lines, each with its line. */
            errors: components["schemas"]["LineError"][];
        };
        /** @description What came of an import. */
        ImportReport: {
            /** @description The mode asked for. */
            mode: Open<components["schemas"]["ImportReportMode"]>;
            /** @description Whether nothing was kept. */
            dry_run: boolean;
            /** @description What came of each line, in order. Where these are too many for one answer, lines with errors or warnings come before others. */
            results: components["schemas"]["ImportResult"][];
            /**
             * Format: int64
             * @description How many lines are not listed in `results`.
             */
            results_omitted: number;
            /**
             * Format: int64
             * @description How many lines are created.
             */
            created: number;
            /**
             * Format: int64
             * @description How many lines are updated.
             */
            updated: number;
            /**
             * Format: int64
             * @description How many lines are unchanged.
             */
            unchanged: number;
            /**
             * Format: int64
             * @description How many lines are failed.
             */
            failed: number;
        };
        /** @enum {string} */
        ImportReportMode: "atomic" | "best_effort";
        /** @description What came of a line. */
        ImportResult: {
            /**
             * Format: int64
             * @description Number of the line, from 1.
             */
            line: number;
            /** @description What was done. */
            result: Open<components["schemas"]["ImportResultResult"]>;
            /** @description Type of the record, as far as the line tells it. */
            type?: string;
            /** @description Id of the record, as far as the line tells it. */
            id?: string;
            /**
             * Format: int64
             * @description Number of the record's revision now; null in a dry run.
             */
            revision?: number | null;
            /**
             * Format: int64
             * @description Number of the change that made it; null in a dry run.
             */
            seq?: number | null;
            /** @description Its errors. */
            errors?: components["schemas"]["LineError"][];
            /**
             * @description The line has more errors than are listed.
             * @constant
             */
            errors_truncated?: true;
            /** @description What the record that was replaced had and no longer has: fewer items of a list, fewer citations. */
            warnings?: components["schemas"]["LineError"][];
        };
        /** @enum {string} */
        ImportResultResult: "created" | "updated" | "unchanged" | "failed";
        /** @description A change of a component's integrity that the trend rests on. */
        IntegrityChange: {
            /** @description Id of the component; null for the whole site. */
            component: string | null;
            /** @description Name of the component; null for the whole site. */
            name: string | null;
            /** @description The states before; several where they competed, none where it was not seen before. */
            before: Open<components["schemas"]["FindingState"]>[];
            /** @description Its direction. */
            direction: Open<components["schemas"]["IntegrityChangeDirection"]>;
            /** @description The findings that first show it, one for each state after it. */
            rests_on: components["schemas"]["FindingEvidence"][];
        };
        /** @enum {string} */
        IntegrityChangeDirection: "dismantling" | "building" | "rebuilding";
        /** @description The last change of integrity that has a direction. */
        LastChange: {
            /**
             * Format: date
             * @description The day on which it was first seen.
             */
            date: string;
            /** @description What changed, as seen that day. */
            changes: components["schemas"]["IntegrityChange"][];
        };
        /** @description The leader's part in a parade. */
        Leader: {
            /** @description The leader. */
            party: components["schemas"]["Party"] | null;
            /** @description Whether the leader attended; null where it is not known. */
            attended: boolean | null;
            /** @description Whether the leader gave a speech; null where it is not known. */
            spoke: boolean | null;
        };
        /** @description The leader's part in a parade. */
        LeaderPatch: {
            party?: components["schemas"]["PartyPatch"] | null;
            attended?: boolean | null;
            spoke?: boolean | null;
        };
        /** @description The leader's part in a parade. */
        LeaderWrite: {
            party?: components["schemas"]["PartyWrite"] | null;
            attended?: boolean | null;
            spoke?: boolean | null;
        };
        /** @description Evidence that does not count: later observations withdrew it, or it was not public. */
        LeftOut: {
            /**
             * Format: int64
             * @description How many observations are retracted, wholly or in part.
             */
            retracted: number;
            /**
             * Format: int64
             * @description How many others are superseded, wholly or in part.
             */
            superseded: number;
            /**
             * Format: int64
             * @description How many findings of days up to `as_of` no source had reported by `published_until`; 0 where that is not given.
             */
            not_public: number;
            /** @description Which observations are withdrawn, and by which, in order of id; the first 20. */
            observations: components["schemas"]["LeftOutObservation"][];
        };
        /** @description An observation that a later one, which is in force, withdraws. */
        LeftOutObservation: {
            /** @description The observation left out. */
            record: components["schemas"]["RecordLink"];
            /** @description How the later one withdraws it. */
            relation: Open<components["schemas"]["LeftOutOfTimelineRelation"]>;
            /** @description The components that it concerns; empty for the whole observation. */
            components: string[];
            /** @description The observation that withdraws it. */
            by: components["schemas"]["RecordLink"];
            /**
             * Format: json-pointer
             * @description JSON Pointer (RFC 6901) to the place in the record; empty for all of it.
             */
            pointer: string;
            /** @description What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record. */
            citations: components["schemas"]["Citation"][];
        };
        /** @description What no source had reported by `published_until`; all 0 without `published_until`. */
        LeftOutOfComparison: {
            /**
             * Format: int64
             * @description How many later parades of the country, over before this one, were passed over in the choice of `with`; 0 where the request names `with`.
             */
            parades: number;
            /**
             * Format: int64
             * @description How many appearances of the two parades, of those that had taken place by `as_of`.
             */
            appearances: number;
        };
        /** @description What no source had reported by `published_until`; all 0 without `published_until`. */
        LeftOutOfGrid: {
            /**
             * Format: int64
             * @description How many parades of this page, which had taken place by `as_of`.
             */
            parades: number;
            /**
             * Format: int64
             * @description How many appearances at the parades of this page.
             */
            appearances: number;
        };
        /** @description What `published_until` leaves out of the whole history, over all its pages; 0 without `published_until`. */
        LeftOutOfHistory: {
            /**
             * Format: int64
             * @description How many findings of days up to `as_of` no source had reported by `published_until`; 0 where that is not given.
             */
            not_public: number;
        };
        /** @description How many rows that meet the filters the clocks leave out, on all pages; at most so many are counted. */
        LeftOutOfParts: {
            /**
             * Format: int64
             * @description Rows whose date had not certainly come by `as_of`; 1000 where there are more.
             */
            not_yet: number;
            /**
             * Format: int64
             * @description Rows whose date had certainly come by `as_of`, all of whose sources appeared after `published_until`; 1000 where there are more, 0 where it is not given.
             */
            not_public: number;
        };
        /** @description What had happened by `as_of`, and no source had told of by `published_until`; all 0 where that is not given. */
        LeftOutOfSituation: {
            /**
             * Format: int64
             * @description How many steps of summits; 1000 are counted at most: of so many or more it is that number.
             */
            summit_steps: number;
            /**
             * Format: int64
             * @description How many communications; 1000 are counted at most: of so many or more it is that number.
             */
            communications: number;
            /**
             * Format: int64
             * @description How many parades, of which no source of the record had told; 1000 are counted at most: of so many or more it is that number.
             */
            parades: number;
        };
        /** @description An observation that a later one took back as a whole, and which is in force itself. */
        LeftOutOfTimeline: {
            /** @description The observation. */
            record: components["schemas"]["RecordLink"];
            /** @description How it was taken back. */
            relation: Open<components["schemas"]["LeftOutOfTimelineRelation"]>;
            /** @description The observation that took it back. */
            by: components["schemas"]["RecordLink"];
        };
        /** @enum {string} */
        LeftOutOfTimelineRelation: "retracts" | "supersedes";
        /** @description An error or a warning of a line. */
        LineError: {
            /**
             * Format: json-pointer
             * @description JSON Pointer (RFC 6901) to the place in the line's record; empty for the whole.
             */
            pointer: string;
            /** @description What is wrong, for programs. */
            code: string;
            /** @description What is wrong, for people. */
            detail: string;
            /**
             * Format: int64
             * @description Number of the line, from 1; where a problem lists the errors.
             */
            line?: number;
            /** @description Where in the line: the column where reading stopped, of a table the name of the column. */
            column?: number | string;
        };
        /** @description One of these. */
        NotCreatableProblem: components["schemas"]["ValidationProblem"] | components["schemas"]["Problem"];
        /** @description One of these. */
        NotImportedProblem: components["schemas"]["ImportProblem"] | components["schemas"]["Problem"];
        /** @description What was seen of a facility at a date. */
        Observation: {
            /**
             * @description The type of the record.
             * @constant
             */
            type: "observation";
            /** @description Identifies the record within its type: lower-case words and numbers joined by hyphens, at most 80 characters. Chosen by the client, or on POST derived from the title or name and the date. */
            id: string;
            /**
             * Format: int64
             * @description How many times the record was written, this time included.
             */
            revision: number;
            /**
             * Format: date-time
             * @description When this revision was recorded (RFC 3339, UTC).
             */
            recorded_at: string;
            /**
             * Format: uri-reference
             * @description The URL of the record.
             */
            self: string;
            /** @description Id of the facility observed. */
            facility: string;
            /** @description The date that it shows, not that of its publication, EDTF level 1. */
            date: string;
            /** Format: date */
            date_earliest: string | null;
            /** Format: date */
            date_latest: string | null;
            /** @description How it was observed. */
            method: Open<components["schemas"]["ObservationMethod"]>;
            /** @description The images it rests on. */
            imagery: components["schemas"]["Image"][];
            /** @description The states found; at least one. */
            findings: components["schemas"]["Finding"][];
            /** @description What was going on. */
            activity: components["schemas"]["Activity"][];
            /** @description Other observations that it supersedes, contradicts, corroborates or retracts. */
            related: components["schemas"]["RelatedObservation"][];
            /** @description Records that it concerns: the parade that a rehearsal was for, say. */
            regarding: components["schemas"]["TypedReference"][];
            /** @description What the record rests on; at least one. */
            citations: components["schemas"]["Citation"][];
            /** @description URLs that name the same thing elsewhere: a Wikidata entity, say. */
            same_as: string[];
            /** @description What parties claim about it; accounts that contradict one another stand side by side. */
            claims: components["schemas"]["Claim"][];
            /** @description Anything else that a reader of the record should know. */
            note: string | null;
        };
        /** @description One page of observations. */
        ObservationList: {
            /** @description The entries of this page. */
            items: components["schemas"]["Observation"][];
            /** @description Send it as `cursor` for the next page; null on the last. */
            next_cursor: string | null;
            /**
             * Format: int64
             * @description The number of all records selected; with `count=true` only.
             */
            total?: number;
        };
        /** @enum {string} */
        ObservationMethod: "satellite_imagery" | "ground_photo" | "site_visit" | "inspection" | "official_statement" | "sensor";
        /** @description What was seen of a facility at a date. As a merge patch (RFC 7396): what is left out stays as it is, null takes a member away, and an array replaces the whole array. */
        ObservationPatch: {
            id?: string | null;
            facility?: string;
            date?: components["schemas"]["EdtfDate"];
            method?: components["schemas"]["ObservationMethod"];
            imagery?: components["schemas"]["ImageWrite"][] | null;
            findings?: components["schemas"]["FindingWrite"][];
            activity?: components["schemas"]["ActivityWrite"][] | null;
            related?: components["schemas"]["RelatedObservationWrite"][] | null;
            regarding?: components["schemas"]["TypedReferenceWrite"][] | null;
            citations?: components["schemas"]["CitationWrite"][];
            same_as?: string[] | null;
            claims?: components["schemas"]["ClaimWrite"][] | null;
            note?: string | null;
        };
        /** @description A revision of an observation. */
        ObservationRevision: components["schemas"]["Revision"] & {
            /** @description The record as it stood; null where it was deleted. */
            record: components["schemas"]["Observation"] | null;
            /** @description With `compare` only: what differs from that revision. */
            comparison?: components["schemas"]["RevisionComparison"];
        };
        /** @description What was seen of a facility at a date. As it is written: read-only members may be sent back as they were read, and are refused unless they equal what is stored; those that depend on the day, a summit's `status`, may be of any day since the record was last written. */
        ObservationWrite: {
            id?: string | null;
            facility: string;
            date: components["schemas"]["EdtfDate"];
            method: components["schemas"]["ObservationMethod"];
            imagery?: components["schemas"]["ImageWrite"][];
            findings: components["schemas"]["FindingWrite"][];
            activity?: components["schemas"]["ActivityWrite"][];
            related?: components["schemas"]["RelatedObservationWrite"][];
            regarding?: components["schemas"]["TypedReferenceWrite"][];
            citations: components["schemas"]["CitationWrite"][];
            same_as?: string[];
            claims?: components["schemas"]["ClaimWrite"][];
            note?: string | null;
        };
        /** @description The occasion of a parade. */
        Occasion: {
            /** @description Name of the day or event. */
            name: string | null;
            /**
             * Format: int32
             * @description Which anniversary it was, in years.
             */
            anniversary_years: number | null;
        };
        /** @description The occasion of a parade. */
        OccasionPatch: {
            name?: string | null;
            /** Format: int32 */
            anniversary_years?: number | null;
        };
        /** @description The occasion of a parade. */
        OccasionWrite: {
            name?: string | null;
            /** Format: int32 */
            anniversary_years?: number | null;
        };
        /** @description An office that a person held. */
        Office: {
            /** @description Title of the office: Minister of Foreign Affairs, say. */
            title: string;
            /** @description When the term began, EDTF level 1. */
            from: string | null;
            /** Format: date */
            from_earliest: string | null;
            /** Format: date */
            from_latest: string | null;
            /** @description When the term ended, EDTF level 1; null while it lasts, or where that is not known. */
            to: string | null;
            /** Format: date */
            to_earliest: string | null;
            /** Format: date */
            to_latest: string | null;
            /** @description What this rests on; empty where it rests on the citations of the record. */
            citations: components["schemas"]["Citation"][];
        };
        /** @description An office that a person held. */
        OfficeWrite: {
            title: string;
            from?: components["schemas"]["EdtfDate"] | null;
            to?: components["schemas"]["EdtfDate"] | null;
            citations?: components["schemas"]["CitationWrite"][];
        };
        /** @description A location that other sources give for a facility. */
        OtherLocation: {
            /** @description Name, as precise as it is known: a city, a site, a hotel. */
            name: string | null;
            /** @description Country the place is in: ISO 3166-1 alpha-3. */
            country: string | null;
            /** @description Degrees north of the equator, WGS 84; given together with `longitude`. */
            latitude: number | null;
            /** @description Degrees east of Greenwich, WGS 84; given together with `latitude`. */
            longitude: number | null;
            /** @description How closely the coordinates, else the name, tell where it is. */
            precision: Open<components["schemas"]["PlacePrecision"]> | null;
            /** @description How this location is judged. */
            standing: Open<components["schemas"]["OtherLocationStanding"]> | null;
            /** @description What this rests on; empty where it rests on the citations of the record. */
            citations: components["schemas"]["Citation"][];
        };
        /** @enum {string} */
        OtherLocationStanding: "alternative" | "approximate" | "wrong";
        /** @description A location that other sources give for a facility. */
        OtherLocationWrite: {
            name?: string | null;
            country?: string | null;
            latitude?: number | null;
            longitude?: number | null;
            precision?: components["schemas"]["PlacePrecision"] | null;
            standing?: components["schemas"]["OtherLocationStanding"] | null;
            citations?: components["schemas"]["CitationWrite"][];
        };
        /** @description The outcome of a summit. */
        Outcome: {
            /** @description The firmest result there was. */
            result: Open<components["schemas"]["OutcomeResult"]> | null;
            /** @description The documents that resulted from it. */
            documents: components["schemas"]["OutcomeDocument"][];
            /** @description What the parties undertook. */
            commitments: components["schemas"]["Commitment"][];
        };
        /** @description A document that resulted from a summit. */
        OutcomeDocument: {
            /** @description Title of the document. */
            title: string;
            /**
             * Format: uri
             * @description Where its text is.
             */
            url: string | null;
        };
        /** @description A document that resulted from a summit. */
        OutcomeDocumentWrite: {
            title: string;
            /** Format: uri */
            url?: string | null;
        };
        /** @description The outcome of a summit. */
        OutcomePatch: {
            result?: components["schemas"]["OutcomeResult"] | null;
            documents?: components["schemas"]["OutcomeDocumentWrite"][] | null;
            commitments?: components["schemas"]["CommitmentWrite"][] | null;
        };
        /** @enum {string} */
        OutcomeResult: "signed_document" | "joint_statement" | "agreement_in_principle" | "no_agreement" | "none_reported";
        /** @description The outcome of a summit. */
        OutcomeWrite: {
            result?: components["schemas"]["OutcomeResult"] | null;
            documents?: components["schemas"]["OutcomeDocumentWrite"][];
            commitments?: components["schemas"]["CommitmentWrite"][];
        };
        /** @description A military or paramilitary parade. */
        Parade: {
            /**
             * @description The type of the record.
             * @constant
             */
            type: "parade";
            /** @description Identifies the record within its type: lower-case words and numbers joined by hyphens, at most 80 characters. Chosen by the client, or on POST derived from the title or name and the date. */
            id: string;
            /**
             * Format: int64
             * @description How many times the record was written, this time included.
             */
            revision: number;
            /**
             * Format: date-time
             * @description When this revision was recorded (RFC 3339, UTC).
             */
            recorded_at: string;
            /**
             * Format: uri-reference
             * @description The URL of the record.
             */
            self: string;
            /** @description Title, in a few words. */
            title: string;
            /** @description When it took place, local date, EDTF level 1. */
            date: string;
            /** Format: date */
            date_earliest: string | null;
            /** Format: date */
            date_latest: string | null;
            /**
             * Format: date-time
             * @description When it began, if known: RFC 3339, returned in UTC.
             */
            starts_at: string | null;
            /** @description Country that held it: ISO 3166-1 alpha-3. */
            country: string;
            /** @description Where it took place. */
            place: components["schemas"]["Place"] | null;
            /** @description Which forces paraded. */
            force: Open<components["schemas"]["ParadeForce"]> | null;
            /** @description What it was held for. */
            occasion: components["schemas"]["Occasion"] | null;
            /** @description Whether it was held by day or by night. */
            time_of_day: Open<components["schemas"]["ParadeTimeOfDay"]> | null;
            /** @description How it was shown on television. */
            broadcast: components["schemas"]["Broadcast"] | null;
            /** @description The leader's part in it. */
            leader: components["schemas"]["Leader"] | null;
            /** @description How many people marched. */
            troops: components["schemas"]["Quantity"] | null;
            /** @description The systems and categories shown, and those known not to have been. */
            appearances: components["schemas"]["Appearance"][];
            /** @description Who else attended. */
            attendees: components["schemas"]["Party"][];
            /** @description What the record rests on; at least one. */
            citations: components["schemas"]["Citation"][];
            /** @description URLs that name the same thing elsewhere: a Wikidata entity, say. */
            same_as: string[];
            /** @description What parties claim about it; accounts that contradict one another stand side by side. */
            claims: components["schemas"]["Claim"][];
            /** @description Anything else that a reader of the record should know. */
            note: string | null;
        };
        /** @description The systems and categories that a parade added compared with another, still showed, and no longer showed. */
        ParadeComparison: {
            /** @description The parade. */
            parade: components["schemas"]["ComparedParade"];
            /** @description The parade that it is compared with; null where the country has held none before that counts under the clocks, and then there is nothing to compare and all groups are empty. */
            with: components["schemas"]["ComparedParade"] | null;
            /** @description Weapon systems. */
            systems: components["schemas"]["SystemGroups"];
            /** @description Categories of weapon systems. */
            categories: components["schemas"]["CategoryGroups"];
            /** @description What was not public. */
            left_out: components["schemas"]["LeftOutOfComparison"];
            /** @description Until when the record was looked after: an entry for each type of records that the answer is about. What is known to be missing stands in `/v1`. */
            coverage: components["schemas"]["CoverageOfView"][];
        };
        /** @enum {string} */
        ParadeForce: "military" | "paramilitary";
        /** @description The systems and categories that parades showed or left out. */
        ParadeGrid: {
            /**
             * Format: date
             * @description The day as of which the answer holds: `as_of`, else that of `known_at`, else today (UTC).
             */
            reference_date: string;
            /** @description The parades, newest first. */
            parades: components["schemas"]["ComparedParade"][];
            /** @description The systems that any of them names, by category and name. Where a parade showed nothing of a category, that is said of each of these systems of it too. */
            systems: components["schemas"]["SystemPresence"][];
            /** @description The categories that any of them mentions. */
            categories: components["schemas"]["CategoryPresence"][];
            /** @description Where the page with earlier parades begins; null on the last. */
            next_cursor: string | null;
            /** @description What was not public. */
            left_out: components["schemas"]["LeftOutOfGrid"];
            /** @description Until when the record was looked after: an entry for each type of records that the answer is about. What is known to be missing stands in `/v1`. */
            coverage: components["schemas"]["CoverageOfView"][];
        };
        /** @description One page of parades. */
        ParadeList: {
            /** @description The entries of this page. */
            items: components["schemas"]["Parade"][];
            /** @description Send it as `cursor` for the next page; null on the last. */
            next_cursor: string | null;
            /**
             * Format: int64
             * @description The number of all records selected; with `count=true` only.
             */
            total?: number;
        };
        /** @description A military or paramilitary parade. As a merge patch (RFC 7396): what is left out stays as it is, null takes a member away, and an array replaces the whole array. */
        ParadePatch: {
            id?: string | null;
            title?: string;
            date?: components["schemas"]["EdtfDate"];
            /** Format: date-time */
            starts_at?: string | null;
            country?: string;
            place?: components["schemas"]["PlacePatch"] | null;
            force?: components["schemas"]["ParadeForce"] | null;
            occasion?: components["schemas"]["OccasionPatch"] | null;
            time_of_day?: components["schemas"]["ParadeTimeOfDay"] | null;
            broadcast?: components["schemas"]["BroadcastPatch"] | null;
            leader?: components["schemas"]["LeaderPatch"] | null;
            troops?: components["schemas"]["QuantityPatch"] | null;
            appearances?: components["schemas"]["AppearanceWrite"][] | null;
            attendees?: components["schemas"]["PartyWrite"][] | null;
            citations?: components["schemas"]["CitationWrite"][];
            same_as?: string[] | null;
            claims?: components["schemas"]["ClaimWrite"][] | null;
            note?: string | null;
        };
        /** @description A revision of a parade. */
        ParadeRevision: components["schemas"]["Revision"] & {
            /** @description The record as it stood; null where it was deleted. */
            record: components["schemas"]["Parade"] | null;
            /** @description With `compare` only: what differs from that revision. */
            comparison?: components["schemas"]["RevisionComparison"];
        };
        /** @description Whether one parade showed a system or a category. */
        ParadeShowing: {
            /** @description `displayed`; `absent`: a source states, or it is inferred, that it was not shown; `not_observed`: not seen in what footage there was; `unrecorded`: the record does not say. A category's absence is that of its systems, unless one of them was displayed; a system displayed is its category displayed. */
            presence: Open<components["schemas"]["ParadeShowingPresence"]>;
            /** @description The firmest basis of that presence. */
            basis: Open<components["schemas"]["ClaimBasis"]> | null;
            /** @description Whether one appearance says displayed and another absent; then `presence` is `displayed`, and `rests_on` has both. */
            contested: boolean;
            /** @description The appearances that say so; empty where unrecorded. */
            rests_on: components["schemas"]["AppearanceEvidence"][];
        };
        /** @enum {string} */
        ParadeShowingPresence: "displayed" | "absent" | "not_observed" | "unrecorded";
        /** @enum {string} */
        ParadeTimeOfDay: "day" | "night" | "unknown";
        /** @description A military or paramilitary parade. As it is written: read-only members may be sent back as they were read, and are refused unless they equal what is stored; those that depend on the day, a summit's `status`, may be of any day since the record was last written. */
        ParadeWrite: {
            id?: string | null;
            title: string;
            date: components["schemas"]["EdtfDate"];
            /** Format: date-time */
            starts_at?: string | null;
            country: string;
            place?: components["schemas"]["PlaceWrite"] | null;
            force?: components["schemas"]["ParadeForce"] | null;
            occasion?: components["schemas"]["OccasionWrite"] | null;
            time_of_day?: components["schemas"]["ParadeTimeOfDay"] | null;
            broadcast?: components["schemas"]["BroadcastWrite"] | null;
            leader?: components["schemas"]["LeaderWrite"] | null;
            troops?: components["schemas"]["QuantityWrite"] | null;
            appearances?: components["schemas"]["AppearanceWrite"][];
            attendees?: components["schemas"]["PartyWrite"][];
            citations: components["schemas"]["CitationWrite"][];
            same_as?: string[];
            claims?: components["schemas"]["ClaimWrite"][];
            note?: string | null;
        };
        /** @description An error in a query parameter. */
        ParameterError: {
            /** @description Name of the query parameter. */
            parameter: string;
            /** @description What is wrong, for programs. */
            code: string;
            /** @description What is wrong, for people. */
            detail: string;
        };
        /** @description The record that a part belongs to, at the revision that was read. */
        PartOwner: {
            /** @description Type of the record, in the singular. */
            type: string;
            /** @description Id of the record. */
            id: string;
            /** @description URL of the record. */
            self: string;
            /** @description What the record is called; where it has no name, what its id is made of. */
            title: string;
            /**
             * Format: int64
             * @description Number of the revision.
             */
            revision: number;
            /**
             * Format: date-time
             * @description When that revision was recorded (RFC 3339, UTC).
             */
            recorded_at: string;
        };
        /** @description A person, delegation, body or state that takes part; unnamed officials are a party too. */
        Party: {
            /** @description Name, as the sources give it. */
            name: string;
            /** @description Id of the actor that the party is, where there is a record of it. */
            actor: string | null;
            /** @description The country the party acts for: ISO 3166-1 alpha-3. */
            country: string | null;
            /** @description Office held at the time: President, say. */
            office: string | null;
            /** @description Role in this event: host or interpreter, say. */
            role: string | null;
        };
        /** @description A person, delegation, body or state that takes part; unnamed officials are a party too. */
        PartyPatch: {
            name?: string;
            actor?: string | null;
            country?: string | null;
            office?: string | null;
            role?: string | null;
        };
        /** @description A person, delegation, body or state that takes part; unnamed officials are a party too. */
        PartyWrite: {
            name: string;
            actor?: string | null;
            country?: string | null;
            office?: string | null;
            role?: string | null;
        };
        /** @description An operation of a JSON Patch (RFC 6902). */
        PatchOperation: {
            op: Open<components["schemas"]["PatchOperationOp"]>;
            /** Format: json-pointer */
            path: string;
            /** Format: json-pointer */
            from?: string;
            /** @description Any JSON value. */
            value?: unknown;
        };
        /** @enum {string} */
        PatchOperationOp: "add" | "remove" | "replace" | "move" | "copy" | "test";
        /** @description A place, known at least by its name or its country. */
        Place: {
            /** @description Name, as precise as it is known: a city, a site, a hotel. */
            name: string | null;
            /** @description Country the place is in: ISO 3166-1 alpha-3. */
            country: string | null;
            /** @description Degrees north of the equator, WGS 84; given together with `longitude`. */
            latitude: number | null;
            /** @description Degrees east of Greenwich, WGS 84; given together with `latitude`. */
            longitude: number | null;
            /** @description How closely the coordinates, else the name, tell where it is. */
            precision: Open<components["schemas"]["PlacePrecision"]> | null;
        };
        /** @description A place, known at least by its name or its country. */
        PlacePatch: {
            name?: string | null;
            country?: string | null;
            latitude?: number | null;
            longitude?: number | null;
            precision?: components["schemas"]["PlacePrecision"] | null;
        };
        /** @enum {string} */
        PlacePrecision: "exact" | "site" | "town" | "region" | "country";
        /** @description A place, known at least by its name or its country. */
        PlaceWrite: {
            name?: string | null;
            country?: string | null;
            latitude?: number | null;
            longitude?: number | null;
            precision?: components["schemas"]["PlacePrecision"] | null;
        };
        /** @description The presence of a system or a category at one parade. */
        PresenceAtParade: {
            /** @description `displayed`; `absent`: a source states, or it is inferred, that it was not shown; `not_observed`: not seen in what footage there was; `unrecorded`: the record does not say. A category's absence is that of its systems, unless one of them was displayed; a system displayed is its category displayed. */
            presence: Open<components["schemas"]["ParadeShowingPresence"]>;
            /** @description The firmest basis of that presence. */
            basis: Open<components["schemas"]["ClaimBasis"]> | null;
            /** @description Whether one appearance says displayed and another absent; then `presence` is `displayed`, and `rests_on` has both. */
            contested: boolean;
            /** @description The appearances that say so; empty where unrecorded. */
            rests_on: components["schemas"]["AppearanceEvidence"][];
            /** @description Id of the parade. */
            parade: string;
        };
        /** @description What went wrong (RFC 9457). */
        Problem: {
            /**
             * Format: uri-reference
             * @description The kind of problem: a URL that explains it: `/problems/bad-request`, `/problems/feed-history-differs`, `/problems/feed-no-longer-retained`, `/problems/forbidden`, `/problems/id-taken`, `/problems/idempotency-in-progress`, `/problems/idempotency-key-reused`, `/problems/import-refused`, `/problems/internal-error`, `/problems/invalid-cursor`, `/problems/invalid-header`, `/problems/invalid-parameter`, `/problems/json-too-deep`, `/problems/malformed-json`, `/problems/method-not-allowed`, `/problems/not-acceptable`, `/problems/not-found`, `/problems/payload-too-large`, `/problems/precondition-failed`, `/problems/precondition-required`, `/problems/range-not-satisfiable`, `/problems/rate-limited`, `/problems/record-deleted`, `/problems/record-referenced`, `/problems/request-header-fields-too-large`, `/problems/request-timeout`, `/problems/service-unavailable`, `/problems/unauthorized`, `/problems/unsupported-media-type`, `/problems/uri-too-long`, `/problems/validation-failed`. Later releases may add others.
             */
            type: string;
            /** @description The kind of problem, in words. */
            title: string;
            /**
             * Format: int32
             * @description The status of the answer.
             */
            status: number;
            /** @description What is wrong with this request, for people. */
            detail: string;
            /**
             * Format: uri-reference
             * @description The path of the request.
             */
            instance: string;
            /**
             * @description There are more errors than are listed.
             * @constant
             */
            errors_truncated?: true;
            /**
             * Format: int64
             * @description How many errors there are, where they were counted.
             */
            errors_total?: number;
            /** @description What is wrong with which parameter. */
            errors?: components["schemas"]["ParameterError"][];
            /**
             * Format: int64
             * @description Line of the body where reading stopped.
             */
            line?: number;
            /**
             * Format: int64
             * @description Column of that line.
             */
            column?: number;
            /** @description The representations that there are. */
            available?: components["schemas"]["AvailableRepresentation"][];
            /**
             * Format: uri-reference
             * @description The URL of the record that has the id.
             */
            record?: string;
            /** @description The places that name the record. */
            referenced_by?: components["schemas"]["ReferringPlace"][];
            /**
             * Format: uri-reference
             * @description The last content of the deleted record.
             */
            last_revision?: string;
            /**
             * Format: date-time
             * @description When it was deleted.
             */
            deleted_at?: string;
            /** @description Why it was deleted, in the words of who did. */
            reason?: string | null;
            /**
             * Format: int64
             * @description The least `after` that the feed still answers.
             */
            oldest_after?: number;
            /**
             * Format: int64
             * @description The newest change number of the feed.
             */
            last_seq?: number;
            /**
             * Format: int64
             * @description The longest body that is taken.
             */
            max_bytes?: number;
            /**
             * Format: int64
             * @description The most lines that an import takes.
             */
            max_lines?: number;
            /** @description The rate limit that is used up. */
            policy?: Open<components["schemas"]["ProblemPolicy"]>;
            /** @description The id under which this is logged. */
            request_id?: string;
            /** @description Each by name. */
            dependencies?: components["schemas"]["Dependencies"];
        };
        /** @description A kind of problem. */
        ProblemKind: {
            /**
             * Format: uri-reference
             * @description The URL that problems of this kind have as their `type`.
             */
            type: string;
            /** @description Its name. */
            title: string;
            /**
             * Format: int32
             * @description The status that it is answered with.
             */
            status: number;
            /** @description What it means, and what to do. */
            explanation: string;
        };
        /** @description Every kind of problem. */
        ProblemKindList: {
            /** @description All kinds there are. */
            problems: components["schemas"]["ProblemKind"][];
        };
        /** @enum {string} */
        ProblemPolicy: "read" | "write";
        /** @description A number as sources give it: exact (`low` and `high` are equal), a range, or open on one side. */
        Quantity: {
            /** @description Least value; null where only an upper end is known. */
            low: number | null;
            /** @description Greatest value; null where only a lower end is known. */
            high: number | null;
            /** @description How the source puts the number. */
            qualifier: Open<components["schemas"]["QuantityQualifier"]> | null;
        };
        /** @description A number as sources give it: exact (`low` and `high` are equal), a range, or open on one side. */
        QuantityPatch: {
            low?: number | null;
            high?: number | null;
            qualifier?: components["schemas"]["QuantityQualifier"] | null;
        };
        /** @enum {string} */
        QuantityQualifier: "exact" | "at_least" | "up_to" | "about" | "more_than";
        /** @description A number as sources give it: exact (`low` and `high` are equal), a range, or open on one side. */
        QuantityWrite: {
            low?: number | null;
            high?: number | null;
            qualifier?: components["schemas"]["QuantityQualifier"] | null;
        };
        /** @description Words of a communication, as they were said or written. */
        Quote: {
            /** @description The words. */
            text: string;
            /** @description Whose words they are; null where they are the sender's. */
            speaker: components["schemas"]["Party"] | null;
            /** @description What this rests on; empty where it rests on the citations of the record. */
            citations: components["schemas"]["Citation"][];
        };
        /** @description Words of a communication, as they were said or written. */
        QuoteWrite: {
            text: string;
            speaker?: components["schemas"]["PartyWrite"] | null;
            citations?: components["schemas"]["CitationWrite"][];
        };
        /** @description What the service rests on. */
        Readiness: {
            /**
             * @description Whether the service can do its work.
             * @constant
             */
            status: "ready";
            /** @description Each by name. */
            dependencies: components["schemas"]["Dependencies"];
        };
        /** @description A record, with the way to it. */
        RecordLink: {
            /** @description Type of the record, in the singular. */
            type: string;
            /** @description Id of the record. */
            id: string;
            /** @description URL of the record. */
            self: string;
        };
        /** @description A place in a record that names this one. */
        ReferringPlace: {
            type: string;
            id: string;
            /** Format: json-pointer */
            pointer: string;
            /** Format: uri-reference */
            self: string;
        };
        /** @description The relation of a facility to another one. */
        RelatedFacility: {
            /** @description Id of the other facility. */
            facility: string;
            /** @description What this facility is to the other one. */
            relation: Open<components["schemas"]["RelatedFacilityRelation"]>;
            /**
             * Format: int32
             * @description How credible the relation is, on the Admiralty scale: 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged.
             */
            credibility: number | null;
            /** @description What this rests on; empty where it rests on the citations of the record. */
            citations: components["schemas"]["Citation"][];
        };
        /** @enum {string} */
        RelatedFacilityRelation: "part_of" | "possibly_same_as" | "formerly" | "supports";
        /** @description The relation of a facility to another one. */
        RelatedFacilityWrite: {
            facility: string;
            relation: components["schemas"]["RelatedFacilityRelation"];
            /** Format: int32 */
            credibility?: number | null;
            citations?: components["schemas"]["CitationWrite"][];
        };
        /** @description The relation of an observation to an earlier one. */
        RelatedObservation: {
            /** @description Id of the other observation. */
            observation: string;
            /** @description What this observation does to the other one. */
            relation: Open<components["schemas"]["RelatedObservationRelation"]>;
            /** @description Ids of the components that it concerns; empty where it concerns the whole observation. */
            components: string[];
        };
        /** @enum {string} */
        RelatedObservationRelation: "supersedes" | "contradicts" | "corroborates" | "retracts";
        /** @description The relation of an observation to an earlier one. */
        RelatedObservationWrite: {
            observation: string;
            relation: components["schemas"]["RelatedObservationRelation"];
            components?: string[];
        };
        /** @description An entry of a record's history. */
        Revision: {
            /**
             * Format: int64
             * @description Number of the revision, from 1.
             */
            revision: number;
            /**
             * Format: int64
             * @description Number of the change that made it.
             */
            seq: number;
            /** @description What was done. */
            operation: Open<components["schemas"]["ChangeOperation"]>;
            /**
             * Format: date-time
             * @description When (RFC 3339, UTC).
             */
            recorded_at: string;
            /** @description Who did it: the owner of the key. */
            actor: string;
            /** @description Why, where it was given. */
            reason: string | null;
            /**
             * Format: uri-reference
             * @description The URL of the revision.
             */
            self: string;
            /**
             * Format: uri-reference
             * @description The URL of the record as it was then; null where it was deleted.
             */
            memento: string | null;
            /** @description JSON Patch from the revision before to this one, both as of one day: today (UTC), or that of `known_at`. The first adds the whole document, a deletion removes it. */
            patch: components["schemas"]["PatchOperation"][];
        };
        /** @description What differs between a revision and another one. */
        RevisionComparison: {
            /**
             * Format: int64
             * @description Number of the other revision, as `compare` gives it.
             */
            revision: number;
            /** @description The smallest parts that differ, without what the service sets: the number and instant of the revision, the bounds of dates, and what is derived. */
            changes: components["schemas"]["RevisionDifference"][];
        };
        /** @description A place where two revisions differ. */
        RevisionDifference: {
            /**
             * Format: json-pointer
             * @description Where: in the record of this revision, and where that has no such place in the other one's. Empty, the whole record, where one of the two is a deletion.
             */
            pointer: string;
            /** @description What stands there in the other revision; null where nothing does. */
            old: unknown;
            /** @description What stands there in this revision; null where nothing does. */
            new: unknown;
        };
        /** @description One page of a record's history, newest first. */
        RevisionList: {
            /** @description The entries of this page. */
            items: components["schemas"]["Revision"][];
            /** @description Send it as `cursor` for the next page; null on the last. */
            next_cursor: string | null;
        };
        /** @description One page of the records that hold the words of `q`, of every type. */
        Search: {
            /** @description The records found, in order of rank. */
            items: components["schemas"]["SearchResult"][];
            /** @description `all` where the records hold all words; `any` where none does, and these hold as many of the words as any record. Of more than eight words the eight longest count then. */
            matched: Open<components["schemas"]["SearchMatched"]>;
            /** @description Where to go on with `cursor`; null on the last page. */
            next_cursor: string | null;
            /** @description What was not public. */
            left_out: components["schemas"]["SearchLeftOut"];
            /** @description Until when the record was looked after: an entry for each type of records that the answer is about. What is known to be missing stands in `/v1`. */
            coverage: components["schemas"]["CoverageOfView"][];
        };
        /** @description What `published_until` leaves out of all pages. */
        SearchLeftOut: {
            /**
             * Format: int64
             * @description How many records that hold the words, and had come by `as_of` where that is given, no source had reported by `published_until` (sources: that had not appeared); 0 where that is not given. A record that was public, and holds the words only in what was not, is not counted. Of one type 1000 are counted at most: of so many or more it is that number.
             */
            not_public: number;
        };
        /** @enum {string} */
        SearchMatched: "all" | "any";
        /** @description A record that was found. */
        SearchResult: {
            /** @description The record. */
            record: components["schemas"]["RecordLink"];
            /** @description What it is called; where it has no name, what its id is made of. */
            title: string;
            /**
             * Format: date
             * @description The first day that its date can mean; null where it is open, or has none.
             */
            earliest: string | null;
            /**
             * Format: date
             * @description The last day that its date can mean; null where it is open, or has none.
             */
            latest: string | null;
            /** @description Why it ranks where it does: `name` where the words stand in its name, title, other names or id; `text` where they do not, but stand somewhere in it. */
            matched: Open<components["schemas"]["SearchResultMatched"]>;
            /** @description Where the words stand: the passages that between them hold most of the words, names first. Those of sources have no citations, they are what is cited. */
            snippets: components["schemas"]["Snippet"][];
        };
        /** @enum {string} */
        SearchResultMatched: "name" | "text";
        /** @description What there is. */
        ServiceIndex: {
            /** @description The name of the service. */
            title: string;
            /**
             * Format: int64
             * @description The newest change number of the feed.
             */
            last_seq: number;
            /** @description From when until when the record was looked after, an entry for each type of records. */
            coverage: components["schemas"]["CoverageOfType"][];
            /** @description Where to go from here. */
            links: components["schemas"]["ServiceIndexLinks"];
        };
        /** @description Where to go from here. */
        ServiceIndexLinks: {
            /**
             * @description This index.
             * @constant
             */
            self: "/v1";
            /**
             * @description The change feed.
             * @constant
             */
            changes: "/v1/changes";
            /**
             * @description The articles, imagery analyses, briefings and statements that records rest on.
             * @constant
             */
            sources: "/v1/sources";
            /**
             * @description Weapon systems: what they are called by whom, their category and range.
             * @constant
             */
            systems: "/v1/systems";
            /**
             * @description People and bodies that take part in events or make statements: their names, offices and countries.
             * @constant
             */
            actors: "/v1/actors";
            /**
             * @description Meetings of leaders, held or not: the parties, the steps that led there, and the outcome.
             * @constant
             */
            summits: "/v1/summits";
            /**
             * @description Letters, statements, briefings, calls and visits: who said what to whom, and about what.
             * @constant
             */
            communications: "/v1/communications";
            /**
             * @description Military parades: the occasion, the forces, and the weapon systems shown or left out.
             * @constant
             */
            parades: "/v1/parades";
            /**
             * @description Nuclear and missile facilities: where they are and the components that findings are about.
             * @constant
             */
            facilities: "/v1/facilities";
            /**
             * @description What analysts saw at a facility on a date: the state of its components, and activity there.
             * @constant
             */
            observations: "/v1/observations";
            /**
             * @description Get the situation.
             * @constant
             */
            situation: "/v1/situation";
            /**
             * @description Get the timeline.
             * @constant
             */
            timeline: "/v1/timeline";
            /**
             * @description Get the search.
             * @constant
             */
            search: "/v1/search";
            /**
             * @description List steps.
             * @constant
             */
            steps: "/v1/steps";
            /**
             * @description List appearances.
             * @constant
             */
            appearances: "/v1/appearances";
            /**
             * @description List findings.
             * @constant
             */
            findings: "/v1/findings";
            /**
             * @description List claims.
             * @constant
             */
            claims: "/v1/claims";
            /**
             * @description Export all records.
             * @constant
             */
            export: "/v1/export";
            /**
             * @description OGC API Features: records that have a place, for map tools.
             * @constant
             */
            features: "/ogc";
            /**
             * @description This description.
             * @constant
             */
            openapi: "/openapi.json";
            /**
             * @description This description, to read and try.
             * @constant
             */
            docs: "/docs";
            /**
             * @description The kinds of problem.
             * @constant
             */
            problems: "/problems";
        };
        /** @description The state of play under the three clocks: summits, communications, the last parade, the facilities. */
        Situation: {
            /** @description The clocks that this was answered under. */
            clocks: components["schemas"]["SituationClocks"];
            /**
             * Format: date
             * @description The day that the answer speaks from, which days are counted to: `as_of`, else that of `known_at`, else today (UTC).
             */
            reference_date: string;
            /** @description Of the summits whose status is `held`, that of the latest date, by its first day; where it has none, by that of its held step. Null where there is none. */
            last_summit_held: components["schemas"]["SituationHeldSummit"] | null;
            /** @description The summits whose status is one of proposed, requested, accepted, coordinating, scheduled, postponed, reinstated, those with the newest last step first; at most 100, the rest are in the list of summits by `status`. */
            summits_in_preparation: components["schemas"]["SituationSummit"][];
            /** @description Under `published_until`: the summits of which a later step had been taken by then and was told of only afterwards, whatever their last public step; those with the newest one first, at most 100. */
            summits_uncertain: components["schemas"]["SituationUncertainSummit"][];
            /** @description The last 5 communications, newest first by the first day of their dates, as in their list. */
            latest_communications: components["schemas"]["SituationCommunication"][];
            /** @description The last parade of any country, by the first day of its date; null where there is none. */
            last_parade: components["schemas"]["SituationParade"] | null;
            /** @description Each facility's status, in order of name; at most 500. Under `published_until` without those of which nothing was public. */
            facilities: components["schemas"]["SituationFacility"][];
            /** @description What `published_until` leaves out of the above. */
            left_out: components["schemas"]["LeftOutOfSituation"];
            /** @description Until when the record was looked after: an entry for each type of records that the answer is about. What is known to be missing stands in `/v1`. */
            coverage: components["schemas"]["CoverageOfView"][];
        };
        /** @description The clocks that an answer was given under; null where one was not asked for. */
        SituationClocks: {
            /**
             * Format: date
             * @description Only what certainly was so by this date.
             */
            as_of: string | null;
            /**
             * Format: date
             * @description Only what was public by this date.
             */
            published_until: string | null;
            /**
             * Format: date-time
             * @description As the service held it at this instant.
             */
            known_at: string | null;
        };
        /** @description One of the latest communications. */
        SituationCommunication: {
            /** @description The communication. */
            record: components["schemas"]["RecordLink"];
            /**
             * Format: json-pointer
             * @description JSON Pointer (RFC 6901) to the place in the record; empty for all of it.
             */
            pointer: string;
            /** @description What kind of communication it is. */
            kind: Open<components["schemas"]["CommunicationKind"]>;
            /** @description When it was made or delivered, else when it was disclosed, EDTF level 1. */
            date: string;
            /** Format: date */
            date_earliest: string | null;
            /** Format: date */
            date_latest: string | null;
            /** @description Whether it took place: confirmed by a party, only reported, disputed, denied, or refused by the one it was sent to. */
            standing: Open<components["schemas"]["CommunicationStanding"]> | null;
            /** @description Who sent or made it. */
            from: components["schemas"]["Party"];
            /** @description Who it was addressed to; null for the public. */
            to: components["schemas"]["Party"] | null;
            /** @description What it says, in a few sentences. */
            summary: string;
            /** @description How it was described: very warm, say. */
            tone: string | null;
            /** @description Who described its tone so. */
            described_by: components["schemas"]["Party"] | null;
            /** @description The records that it concerns. */
            regarding: components["schemas"]["TypedReference"][];
            /** @description What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record. */
            citations: components["schemas"]["Citation"][];
        };
        /** @description A place in a record that a statement rests on. */
        SituationEvidence: {
            /** @description The record. */
            record: components["schemas"]["RecordLink"];
            /**
             * Format: json-pointer
             * @description JSON Pointer (RFC 6901) to the place in the record; empty for all of it.
             */
            pointer: string;
            /** @description What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record. */
            citations: components["schemas"]["Citation"][];
        };
        /** @description The status of a facility in short. */
        SituationFacility: {
            /** @description The facility. */
            facility: components["schemas"]["FacilityLink"];
            /** @description Direction of the last change of the integrity of any component: `dismantling`, which includes destruction; `building` what was not there before; `rebuilding` what had been taken down or damaged; `mixed` where changes of that day have several of these directions, `unchanged` where nothing changed or no change had a direction (from intact to modified, or damaged by a flood), `unknown` where nothing was seen. */
            trend: Open<components["schemas"]["StatusChangeTrend"]>;
            /** @description What the trend rests on; null where there was none. */
            last_change: components["schemas"]["LastChange"] | null;
            /** @description How many entries have each state, the states that none has left out; `contested` are those whose state is null. */
            counts: {
                [key: string]: number;
            };
            /**
             * Format: date
             * @description The day of the last observation that counts; null where there is none.
             */
            last_observed: string | null;
            /**
             * Format: int64
             * @description Days from then to `reference_date`.
             */
            days_since_observed: number | null;
            /** @description The observations that states of that day come from, with what these rest on; empty where never observed. */
            last_observed_by: components["schemas"]["SituationEvidence"][];
            /** @description Evidence that does not count. */
            left_out: components["schemas"]["SituationLeftOut"];
            /** @description URL of the whole status, by the same clocks. */
            status: string;
        };
        /** @description The summit held last, with what came of it. */
        SituationHeldSummit: {
            /** @description The summit. */
            record: components["schemas"]["RecordLink"];
            /** @description Title of the summit. */
            title: string;
            /** @description What kind of meeting it is. */
            kind: Open<components["schemas"]["SummitKind"]> | null;
            /** @description Who meets. */
            parties: components["schemas"]["Party"][];
            /** @description Id of the summit that this one follows. */
            follows: string | null;
            /** @description What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record. */
            citations: components["schemas"]["Citation"][];
            /** @description Its status under the clocks. */
            status: Open<components["schemas"]["SituationSummitStatus"]>;
            /**
             * Format: date
             * @description Since when it has had it: the day from which the first step of the unbroken run counts.
             */
            since: string;
            /** @description The last step that counts, which the status comes from; `by` tells who took it. */
            rests_on: components["schemas"]["SituationStep"];
            /** @description The step that begins the run; often the same. */
            since_rests_on: components["schemas"]["SituationEvidence"];
            /** @description The last step that counts by which it was requested, else proposed; null where none did. */
            asked_for: components["schemas"]["SituationStep"] | null;
            /** @description When it was held, EDTF level 1; null where only its steps are dated. */
            date: string | null;
            /** Format: date */
            date_earliest: string | null;
            /** Format: date */
            date_latest: string | null;
            /** @description Where it was held. */
            place: components["schemas"]["Place"] | null;
            /** @description The firmest result there was, at `/outcome/result` of the record; under `published_until` null unless a source of the record itself was public. */
            result: Open<components["schemas"]["OutcomeResult"]> | null;
        };
        /** @description Evidence that does not count; `status` tells which later observations take back. */
        SituationLeftOut: {
            /**
             * Format: int64
             * @description How many observations are retracted, wholly or in part.
             */
            retracted: number;
            /**
             * Format: int64
             * @description How many others are superseded, wholly or in part.
             */
            superseded: number;
            /**
             * Format: int64
             * @description How many findings of days up to `as_of` no source had reported by `published_until`; 0 where that is not given.
             */
            not_public: number;
        };
        /** @description What the parade before displayed, and the last one did not: systems by id, categories in alphabetical order. */
        SituationNoLongerShown: {
            /** @description Displayed at the one compared with, and not at this parade; `parade` says why not. */
            systems: components["schemas"]["SystemDifference"][];
            /** @description Displayed at the one compared with, and not at this parade; `parade` says why not. */
            categories: components["schemas"]["CategoryDifference"][];
        };
        /** @description The last parade beside the one that the same country had held before. */
        SituationParade: {
            /** @description The last parade. */
            parade: components["schemas"]["ComparedParade"];
            /** @description The one before it, of the same country; null where there is none. */
            with: components["schemas"]["ComparedParade"] | null;
            /** @description What it left out against the one before. */
            no_longer_shown: components["schemas"]["SituationNoLongerShown"];
            /** @description URL of the whole comparison, by the same clocks. */
            comparison: string;
        };
        /** @description A step of a summit, where it stands in the record. */
        SituationStep: {
            /** @description The summit. */
            record: components["schemas"]["RecordLink"];
            /**
             * Format: json-pointer
             * @description JSON Pointer (RFC 6901) to the place in the record; empty for all of it.
             */
            pointer: string;
            /** @description The status from this step on. */
            status: Open<components["schemas"]["StepStatus"]>;
            /** @description When it was taken, EDTF level 1. */
            date: string;
            /** Format: date */
            date_earliest: string | null;
            /** Format: date */
            date_latest: string | null;
            /** @description Who took it; null where that is not recorded. */
            by: components["schemas"]["Party"] | null;
            /** @description What was being aimed at then. */
            target: components["schemas"]["Target"] | null;
            /** @description What else is to be known of it. */
            note: string | null;
            /** @description What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record. */
            citations: components["schemas"]["Citation"][];
        };
        /** @description A summit, and where it stands under the clocks. */
        SituationSummit: {
            /** @description The summit. */
            record: components["schemas"]["RecordLink"];
            /** @description Title of the summit. */
            title: string;
            /** @description What kind of meeting it is. */
            kind: Open<components["schemas"]["SummitKind"]> | null;
            /** @description Who meets. */
            parties: components["schemas"]["Party"][];
            /** @description Id of the summit that this one follows. */
            follows: string | null;
            /** @description What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record. */
            citations: components["schemas"]["Citation"][];
            /** @description Its status under the clocks. */
            status: Open<components["schemas"]["SituationSummitStatus"]>;
            /**
             * Format: date
             * @description Since when it has had it: the day from which the first step of the unbroken run counts.
             */
            since: string;
            /** @description The last step that counts, which the status comes from; `by` tells who took it. */
            rests_on: components["schemas"]["SituationStep"];
            /** @description The step that begins the run; often the same. */
            since_rests_on: components["schemas"]["SituationEvidence"];
            /** @description The last step that counts by which it was requested, else proposed; null where none did. */
            asked_for: components["schemas"]["SituationStep"] | null;
        };
        /** @enum {string} */
        SituationSummitStatus: "held" | "proposed" | "requested" | "accepted" | "coordinating" | "scheduled" | "postponed" | "reinstated" | "uncertain";
        /** @description A summit of which more had happened than the public knew; `rests_on` is the last step that was public. */
        SituationUncertainSummit: {
            /** @description The summit. */
            record: components["schemas"]["RecordLink"];
            /** @description Title of the summit. */
            title: string;
            /** @description What kind of meeting it is. */
            kind: Open<components["schemas"]["SummitKind"]> | null;
            /** @description Who meets. */
            parties: components["schemas"]["Party"][];
            /** @description Id of the summit that this one follows. */
            follows: string | null;
            /** @description What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record. */
            citations: components["schemas"]["Citation"][];
            /** @description Its status under the clocks. */
            status: Open<components["schemas"]["SituationSummitStatus"]>;
            /**
             * Format: date
             * @description Since when it has had it: the day from which the first step of the unbroken run counts.
             */
            since: string;
            /** @description The last step that counts, which the status comes from; `by` tells who took it. */
            rests_on: components["schemas"]["SituationStep"];
            /** @description The step that begins the run; often the same. */
            since_rests_on: components["schemas"]["SituationEvidence"];
            /** @description The last step that counts by which it was requested, else proposed; null where none did. */
            asked_for: components["schemas"]["SituationStep"] | null;
            /**
             * Format: int64
             * @description How many later steps had been taken by `published_until`, and were told of only afterwards.
             */
            steps_left_out: number;
        };
        /** @description A passage of a record in which words stand that were asked for. */
        Snippet: {
            /**
             * Format: json-pointer
             * @description JSON Pointer (RFC 6901) to the place in the record; empty for all of it.
             */
            pointer: string;
            /** @description The text at that place, as it is recorded; of a long one about 240 characters. */
            text: string;
            /**
             * Format: int32
             * @description Where in the text at that place the snippet begins, in Unicode code points; 0 at its beginning.
             */
            start: number;
            /**
             * Format: int32
             * @description The length of the text at that place, in Unicode code points.
             */
            whole_length: number;
            /** @description Where in the snippet the words stand, in order, without overlaps. */
            highlights: components["schemas"]["Highlight"][];
            /** @description What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record. */
            citations: components["schemas"]["Citation"][];
        };
        /** @enum {string} */
        SortByDate: "-date" | "date";
        /** @enum {string} */
        SortByDateOrIdOrRecordedAt: "-date" | "date" | "id" | "-id" | "recorded_at" | "-recorded_at";
        /** @enum {string} */
        SortByNameOrIdOrRecordedAt: "name" | "-name" | "id" | "-id" | "recorded_at" | "-recorded_at";
        /** @description A publication or statement that records cite. */
        Source: {
            /**
             * @description The type of the record.
             * @constant
             */
            type: "source";
            /** @description Identifies the record within its type: lower-case words and numbers joined by hyphens, at most 80 characters. Chosen by the client, or on POST derived from the title or name and the date. */
            id: string;
            /**
             * Format: int64
             * @description How many times the record was written, this time included.
             */
            revision: number;
            /**
             * Format: date-time
             * @description When this revision was recorded (RFC 3339, UTC).
             */
            recorded_at: string;
            /**
             * Format: uri-reference
             * @description The URL of the record.
             */
            self: string;
            /** @description Who published it; null where the page does not say. */
            publisher: string | null;
            /** @description Title, as the source gives it. */
            title: string;
            /**
             * Format: uri
             * @description Where it was published.
             */
            url: string | null;
            /** @description Its authors, as the source names them. */
            authors: string[];
            /** @description When it was published, EDTF level 1. Null where the page gives no date: then it counts as public only once `retrieved_on` has passed. */
            published: string | null;
            /** Format: date */
            published_earliest: string | null;
            /** Format: date */
            published_latest: string | null;
            /** @description How the date is known, where the source does not give it outright. */
            date_note: string | null;
            /** @description What kind of source it is. */
            kind: Open<components["schemas"]["SourceKind"]>;
            /** @description Language it is written in, a BCP 47 tag: `en` or `ko`, say. */
            language: string | null;
            /** @description When it was read for this record, EDTF level 1. */
            retrieved_on: string | null;
            /** Format: date */
            retrieved_on_earliest: string | null;
            /** Format: date */
            retrieved_on_latest: string | null;
            /**
             * Format: uri
             * @description Where an archived copy is kept.
             */
            archived_url: string | null;
            /** @description Reliability of the source on the Admiralty scale: A completely reliable, B usually, C fairly, D not usually, E unreliable, F cannot be judged. */
            reliability: Open<components["schemas"]["SourceReliability"]> | null;
            /** @description Id of the source that this one copies; a copy may lack its correction. */
            republishes: string | null;
            /** @description Ids of sources, or names of publishers, whose reading this one only passes on: two sources that relay one analyst are one origin. A text that equals the id of a source means that source, also of one recorded later. */
            relays: string[];
            /** @description When it was corrected, EDTF level 1. */
            corrected: string | null;
            /** Format: date */
            corrected_earliest: string | null;
            /** Format: date */
            corrected_latest: string | null;
            /** @description What was corrected. */
            correction: string | null;
            /** @description URLs that name the same thing elsewhere: a Wikidata entity, say. */
            same_as: string[];
            /** @description What parties claim about it; accounts that contradict one another stand side by side. */
            claims: components["schemas"]["Claim"][];
            /** @description Anything else that a reader of the record should know. */
            note: string | null;
        };
        /** @enum {string} */
        SourceKind: "news_article" | "imagery_analysis" | "press_briefing" | "official_statement" | "state_media" | "treaty_text" | "dataset" | "report" | "other";
        /** @description One page of sources. */
        SourceList: {
            /** @description The entries of this page. */
            items: components["schemas"]["Source"][];
            /** @description Send it as `cursor` for the next page; null on the last. */
            next_cursor: string | null;
            /**
             * Format: int64
             * @description The number of all records selected; with `count=true` only.
             */
            total?: number;
        };
        /** @description A publication or statement that records cite. As a merge patch (RFC 7396): what is left out stays as it is, null takes a member away, and an array replaces the whole array. */
        SourcePatch: {
            id?: string | null;
            publisher?: string | null;
            title?: string;
            /** Format: uri */
            url?: string | null;
            authors?: string[] | null;
            published?: components["schemas"]["EdtfDate"];
            date_note?: string | null;
            kind?: components["schemas"]["SourceKind"];
            language?: string | null;
            retrieved_on?: components["schemas"]["EdtfDate"] | null;
            /** Format: uri */
            archived_url?: string | null;
            reliability?: components["schemas"]["SourceReliability"] | null;
            republishes?: string | null;
            relays?: string[] | null;
            corrected?: components["schemas"]["EdtfDate"] | null;
            correction?: string | null;
            same_as?: string[] | null;
            claims?: components["schemas"]["ClaimWrite"][] | null;
            note?: string | null;
        };
        /** @enum {string} */
        SourceReliability: "A" | "B" | "C" | "D" | "E" | "F";
        /** @description A revision of a source. */
        SourceRevision: components["schemas"]["Revision"] & {
            /** @description The record as it stood; null where it was deleted. */
            record: components["schemas"]["Source"] | null;
            /** @description With `compare` only: what differs from that revision. */
            comparison?: components["schemas"]["RevisionComparison"];
        };
        /** @description A publication or statement that records cite. As it is written: read-only members may be sent back as they were read, and are refused unless they equal what is stored; those that depend on the day, a summit's `status`, may be of any day since the record was last written. */
        SourceWrite: {
            id?: string | null;
            publisher?: string | null;
            title: string;
            /** Format: uri */
            url?: string | null;
            authors?: string[];
            published: components["schemas"]["EdtfDate"] | null;
            date_note?: string | null;
            kind: components["schemas"]["SourceKind"];
            language?: string | null;
            retrieved_on?: components["schemas"]["EdtfDate"] | null;
            /** Format: uri */
            archived_url?: string | null;
            reliability?: components["schemas"]["SourceReliability"] | null;
            republishes?: string | null;
            relays?: string[];
            corrected?: components["schemas"]["EdtfDate"] | null;
            correction?: string | null;
            same_as?: string[];
            claims?: components["schemas"]["ClaimWrite"][];
            note?: string | null;
        };
        /** @description A day on which the status changed, and the status after it. */
        StatusChange: {
            /**
             * Format: date
             * @description The day from which the change certainly counts.
             */
            date: string;
            /** @description Direction of the last change of the integrity of any component: `dismantling`, which includes destruction; `building` what was not there before; `rebuilding` what had been taken down or damaged; `mixed` where changes of that day have several of these directions, `unchanged` where nothing changed or no change had a direction (from intact to modified, or damaged by a flood), `unknown` where nothing was seen. */
            trend: Open<components["schemas"]["StatusChangeTrend"]>;
            /** @description How many entries have each state, the states that none has left out; `contested` are those whose state is null. */
            counts: {
                [key: string]: number;
            };
            /** @description The entries whose states changed, as the status with `as_of` on this day has them; none where only the trend did, because evidence was withdrawn. */
            changed: components["schemas"]["ChangedEntry"][];
            /** @description URL of the whole status of that day, by the same clocks. */
            status: string;
        };
        /** @enum {string} */
        StatusChangeTrend: "dismantling" | "building" | "rebuilding" | "mixed" | "unchanged" | "unknown";
        /** @description A run of days on which every observation found the same state, or the same competing states. */
        StatusPeriod: {
            /** @description The state; several where observations of one day differ. */
            states: Open<components["schemas"]["FindingState"]>[];
            /**
             * Format: date
             * @description The first day on which it was observed.
             */
            from: string;
            /**
             * Format: date
             * @description The last day on which it was observed.
             */
            last_observed: string;
            /**
             * Format: date
             * @description The first later day on which another state was observed; null where there is none. From `last_observed` to this day nobody saw when it changed.
             */
            until: string | null;
            /** @description The days on which it was observed; the last 200. */
            observed_on: string[];
            /**
             * Format: int64
             * @description How many these are in all.
             */
            observed_days: number;
            /** @description The findings of the last day, one for each of `states`. */
            rests_on: components["schemas"]["FindingEvidence"][];
        };
        /** @description The periods of a component, or of the whole site, in one aspect. */
        StatusPeriodRow: {
            /** @description Id of the component; null for the whole site. */
            component: string | null;
            /** @description Name of the component; null for the whole site. */
            name: string | null;
            /** @description Which question the state answers: whether it is whole, where it is, what it does. */
            aspect: Open<components["schemas"]["FindingAspect"]>;
            /** @description The periods, oldest first; the last 200. Empty where it was never observed. */
            periods: components["schemas"]["StatusPeriod"][];
            /**
             * Format: int64
             * @description How many earlier ones are left out.
             */
            earlier_periods: number;
        };
        /** @description A change of a summit's status. */
        Step: {
            /** @description The status from this step on, in any order. `not_held`: the visit took place, the leaders' meeting did not. */
            status: Open<components["schemas"]["StepStatus"]>;
            /** @description When the step was taken, EDTF level 1. It counts from its latest possible day on. */
            date: string;
            /** Format: date */
            date_earliest: string | null;
            /** Format: date */
            date_latest: string | null;
            /** @description Who took it. */
            by: components["schemas"]["Party"] | null;
            /** @description The date and place aimed at then. */
            target: components["schemas"]["Target"] | null;
            /** @description Remarks on this step. */
            note: string | null;
            /** @description What this rests on; empty where it rests on the citations of the record. */
            citations: components["schemas"]["Citation"][];
        };
        /** @description One page of steps, one row each. */
        StepList: {
            /** @description The rows of this page. */
            items: components["schemas"]["StepRow"][];
            /** @description Where to go on with `cursor`; null on the last page. */
            next_cursor: string | null;
            /**
             * Format: int64
             * @description The number of all rows selected; with `count=true` only.
             */
            total?: number;
            /** @description What the clocks leave out. */
            left_out: components["schemas"]["LeftOutOfParts"];
            /** @description Until when the record was looked after: an entry for each type of records that the answer is about. What is known to be missing stands in `/v1`. */
            coverage: components["schemas"]["CoverageOfView"][];
        };
        /** @description One of the steps of a record, with the record and what it rests on. */
        StepRow: {
            /** @description The record that it belongs to. */
            record: components["schemas"]["PartOwner"];
            /**
             * Format: json-pointer
             * @description JSON Pointer (RFC 6901) to its place in the record.
             */
            pointer: string;
            /** @description When the step was taken, EDTF level 1. It counts from its latest possible day on. */
            date: string;
            /** Format: date */
            date_earliest: string | null;
            /** Format: date */
            date_latest: string | null;
            /** @description The status from this step on, in any order. `not_held`: the visit took place, the leaders' meeting did not. */
            status: Open<components["schemas"]["StepStatus"]>;
            /** @description Who took it. */
            by: components["schemas"]["Party"] | null;
            /** @description The date and place aimed at then. */
            target: components["schemas"]["Target"] | null;
            /** @description Remarks on this step. */
            note: string | null;
            /** @description What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record. */
            citations: components["schemas"]["Citation"][];
            /** @description Whose citations these are: its own, or where it has none those of the record, if some `supports` lead to its place these alone. */
            cited_by: Open<components["schemas"]["StepRowCitedBy"]>;
        };
        /** @enum {string} */
        StepRowCitedBy: "part" | "record";
        /** @enum {string} */
        StepStatus: "proposed" | "requested" | "accepted" | "coordinating" | "scheduled" | "held" | "postponed" | "cancelled" | "reinstated" | "declined" | "withdrawn" | "lapsed" | "not_held";
        /** @description A change of a summit's status. */
        StepWrite: {
            status: components["schemas"]["StepStatus"];
            date: components["schemas"]["EdtfDate"];
            by?: components["schemas"]["PartyWrite"] | null;
            target?: components["schemas"]["TargetWrite"] | null;
            note?: string | null;
            citations?: components["schemas"]["CitationWrite"][];
        };
        /** @description A meeting of leaders or their delegations, held or not. */
        Summit: {
            /**
             * @description The type of the record.
             * @constant
             */
            type: "summit";
            /** @description Identifies the record within its type: lower-case words and numbers joined by hyphens, at most 80 characters. Chosen by the client, or on POST derived from the title or name and the date. */
            id: string;
            /**
             * Format: int64
             * @description How many times the record was written, this time included.
             */
            revision: number;
            /**
             * Format: date-time
             * @description When this revision was recorded (RFC 3339, UTC).
             */
            recorded_at: string;
            /**
             * Format: uri-reference
             * @description The URL of the record.
             */
            self: string;
            /** @description Title, in a few words. */
            title: string;
            /** @description What kind of meeting it is. */
            kind: Open<components["schemas"]["SummitKind"]> | null;
            /** @description Who meets: at least two parties. */
            parties: components["schemas"]["Party"][];
            /** @description Where it is held; perhaps only a country at first, and later a hotel. */
            place: components["schemas"]["Place"] | null;
            /** @description When it is held, EDTF level 1; null while no date is set. */
            date: string | null;
            /** Format: date */
            date_earliest: string | null;
            /** Format: date */
            date_latest: string | null;
            /** @description How it came about or failed: changes of status in order of date (by latest, then earliest day; an open end counts as the known one). */
            steps: components["schemas"]["Step"][];
            /** @description Id of the summit that this one follows. */
            follows: string | null;
            /** @description Its outcome. */
            outcome: components["schemas"]["Outcome"] | null;
            /** @description What the record rests on; at least one. */
            citations: components["schemas"]["Citation"][];
            /** @description The status of the last step by `as_of`, today (UTC) if not given; null before the first. Under `published_until` that of the last step that was public, and `uncertain` where a later step had been taken by then but was reported only afterwards. */
            status: Open<components["schemas"]["SummitStatus"]> | null;
            /**
             * Format: date
             * @description Since when it has had this status: the day from which the first step of the unbroken run counts; where it is `uncertain`, since when it had the last public status.
             */
            status_since: string | null;
            /** @description URLs that name the same thing elsewhere: a Wikidata entity, say. */
            same_as: string[];
            /** @description What parties claim about it; accounts that contradict one another stand side by side. */
            claims: components["schemas"]["Claim"][];
            /** @description Anything else that a reader of the record should know. */
            note: string | null;
        };
        /** @enum {string} */
        SummitKind: "summit" | "meeting" | "sideline_meeting" | "impromptu_meeting" | "state_visit";
        /** @description One page of summits. */
        SummitList: {
            /** @description The entries of this page. */
            items: components["schemas"]["Summit"][];
            /** @description Send it as `cursor` for the next page; null on the last. */
            next_cursor: string | null;
            /**
             * Format: int64
             * @description The number of all records selected; with `count=true` only.
             */
            total?: number;
        };
        /** @description A meeting of leaders or their delegations, held or not. As a merge patch (RFC 7396): what is left out stays as it is, null takes a member away, and an array replaces the whole array. */
        SummitPatch: {
            id?: string | null;
            title?: string;
            kind?: components["schemas"]["SummitKind"] | null;
            parties?: components["schemas"]["PartyWrite"][];
            place?: components["schemas"]["PlacePatch"] | null;
            date?: components["schemas"]["EdtfDate"] | null;
            steps?: components["schemas"]["StepWrite"][];
            follows?: string | null;
            outcome?: components["schemas"]["OutcomePatch"] | null;
            citations?: components["schemas"]["CitationWrite"][];
            same_as?: string[] | null;
            claims?: components["schemas"]["ClaimWrite"][] | null;
            note?: string | null;
        };
        /** @description A revision of a summit. */
        SummitRevision: components["schemas"]["Revision"] & {
            /** @description The record as it stood; null where it was deleted. */
            record: components["schemas"]["Summit"] | null;
            /** @description With `compare` only: what differs from that revision. */
            comparison?: components["schemas"]["RevisionComparison"];
        };
        /** @enum {string} */
        SummitStatus: "proposed" | "requested" | "accepted" | "coordinating" | "scheduled" | "held" | "postponed" | "cancelled" | "reinstated" | "declined" | "withdrawn" | "lapsed" | "not_held" | "uncertain";
        /** @description A meeting of leaders or their delegations, held or not. As it is written: read-only members may be sent back as they were read, and are refused unless they equal what is stored; those that depend on the day, a summit's `status`, may be of any day since the record was last written. */
        SummitWrite: {
            id?: string | null;
            title: string;
            kind?: components["schemas"]["SummitKind"] | null;
            parties: components["schemas"]["PartyWrite"][];
            place?: components["schemas"]["PlaceWrite"] | null;
            date?: components["schemas"]["EdtfDate"] | null;
            steps: components["schemas"]["StepWrite"][];
            follows?: string | null;
            outcome?: components["schemas"]["OutcomeWrite"] | null;
            citations: components["schemas"]["CitationWrite"][];
            same_as?: string[];
            claims?: components["schemas"]["ClaimWrite"][];
            note?: string | null;
        };
        /** @description Another designation of a system. */
        SystemAlias: {
            /** @description The designation: KN-22, say. */
            name: string;
            /** @description Who uses it: a government, an alliance, analysts. */
            used_by: string | null;
        };
        /** @description Another designation of a system. */
        SystemAliasWrite: {
            name: string;
            used_by?: string | null;
        };
        /** @description A system at each of the two parades. */
        SystemDifference: {
            /** @description Id of the system. */
            system: string;
            /** @description URL of the system. */
            self: string;
            /** @description Name of the system. */
            name: string;
            /** @description Its category, by the system's record. */
            category: Open<components["schemas"]["AppearanceCategory"]>;
            /** @description Its presence at this parade. */
            parade: components["schemas"]["ParadeShowing"];
            /** @description Its presence at the parade compared with. */
            with: components["schemas"]["ParadeShowing"];
        };
        /** @description The systems that either parade mentions, each once, in order of id. */
        SystemGroups: {
            /** @description Displayed at this parade, and not at the one compared with; `with` says why not. */
            added: components["schemas"]["SystemDifference"][];
            /** @description Displayed at both. */
            kept: components["schemas"]["SystemDifference"][];
            /** @description Displayed at the one compared with, and not at this parade; `parade` says why not. */
            no_longer_shown: components["schemas"]["SystemDifference"][];
            /** @description Displayed at neither, and at least one record says that it was not. */
            shown_at_neither: components["schemas"]["SystemDifference"][];
        };
        /** @description A system, and its presence at the parades. */
        SystemPresence: {
            /** @description Id of the system. */
            system: string;
            /** @description URL of the system. */
            self: string;
            /** @description Name of the system. */
            name: string;
            /** @description Its category, by the system's record. */
            category: Open<components["schemas"]["AppearanceCategory"]>;
            /** @description Its presence at each of the parades whose record says something of it, in the order of `parades`; at all others it is `unrecorded`. */
            presence: components["schemas"]["PresenceAtParade"][];
        };
        /** @description The date and place aimed at when a step was taken. */
        Target: {
            /** @description The date aimed at, EDTF level 1. */
            date: string | null;
            /** Format: date */
            date_earliest: string | null;
            /** Format: date */
            date_latest: string | null;
            /** @description The place aimed at. */
            place: components["schemas"]["Place"] | null;
        };
        /** @description The date and place aimed at when a step was taken. */
        TargetWrite: {
            date?: components["schemas"]["EdtfDate"] | null;
            place?: components["schemas"]["PlaceWrite"] | null;
        };
        /** @description One page of the timeline: summit steps, communications, parades and observations in one dated stream. */
        Timeline: {
            /** @description The entries, in order of the first day of their dates; those of one day go by kind, then record, then place in the record. */
            items: components["schemas"]["TimelineEntry"][];
            /** @description Where to go on with `cursor`; null on the last page. */
            next_cursor: string | null;
            /** @description What the clocks and later observations leave out. */
            left_out: components["schemas"]["TimelineLeftOut"];
            /** @description Until when the record was looked after: an entry for each type of records that the answer is about. What is known to be missing stands in `/v1`. */
            coverage: components["schemas"]["CoverageOfView"][];
        };
        /** @description Something that took place: a step towards a summit, a communication, a parade, an observation. */
        TimelineEntry: {
            /** @description When it took place, EDTF level 1. */
            date: string;
            /** Format: date */
            date_earliest: string | null;
            /** Format: date */
            date_latest: string | null;
            /** @description What kind of entry it is. */
            kind: Open<components["schemas"]["TimelineEntryKind"]>;
            /** @description The record that it comes from. */
            record: components["schemas"]["RecordLink"];
            /**
             * Format: json-pointer
             * @description JSON Pointer (RFC 6901) to the place in the record; empty for all of it.
             */
            pointer: string;
            /** @description What took place, in a line made of the record. */
            summary: string;
            /** @description What it rests on: its own citations, else its record's; under `published_until` those that were public. The `supports` of each point into that record. */
            citations: components["schemas"]["Citation"][];
        };
        /** @enum {string} */
        TimelineEntryKind: "communication" | "observation" | "parade" | "summit_step";
        /** @description What is not among the entries: observations of this page that later ones withdraw, and what was not public. */
        TimelineLeftOut: {
            /**
             * Format: int64
             * @description How many observations of this page were retracted as a whole.
             */
            retracted: number;
            /**
             * Format: int64
             * @description How many others were superseded as a whole.
             */
            superseded: number;
            /**
             * Format: int64
             * @description How many steps, communications, parades and observations that meet the filters had certainly taken place by `as_of`, and no source had reported by `published_until`, on all pages; 0 where that is not given. Of a kind 1000 are counted at most: of so many or more it is that number.
             */
            not_public: number;
            /** @description Which, and by which, in the order of the page; the first 100. */
            observations: components["schemas"]["LeftOutOfTimeline"][];
        };
        /** @description A reference to a record of any type. */
        TypedReference: {
            /** @description Type of the record, in the singular: `summit`, say. It must be one that this API has. */
            type: string;
            /** @description Id of the record, which must exist. */
            id: string;
        };
        /** @description A reference to a record of any type. */
        TypedReferenceWrite: {
            type: string;
            id: string;
        };
        /** @description A body that is not a valid record (RFC 9457). */
        ValidationProblem: {
            /**
             * @description The kind of problem: a URL that explains it.
             * @constant
             */
            type: "/problems/validation-failed";
            /** @description The kind of problem, in words. */
            title: string;
            /**
             * Format: int32
             * @description The status of the answer.
             * @constant
             */
            status: 422;
            /** @description What is wrong with this request, for people. */
            detail: string;
            /**
             * Format: uri-reference
             * @description The path of the request.
             */
            instance: string;
            /**
             * @description There are more errors than are listed.
             * @constant
             */
            errors_truncated?: true;
            /**
             * Format: int64
             * @description How many errors there are, where they were counted.
             */
            errors_total?: number;
            /** @description The errors of the body. */
            errors: components["schemas"]["BodyError"][];
        };
        /** @description A type of weapon system, not a single weapon. */
        WeaponSystem: {
            /**
             * @description The type of the record.
             * @constant
             */
            type: "system";
            /** @description Identifies the record within its type: lower-case words and numbers joined by hyphens, at most 80 characters. Chosen by the client, or on POST derived from the title or name and the date. */
            id: string;
            /**
             * Format: int64
             * @description How many times the record was written, this time included.
             */
            revision: number;
            /**
             * Format: date-time
             * @description When this revision was recorded (RFC 3339, UTC).
             */
            recorded_at: string;
            /**
             * Format: uri-reference
             * @description The URL of the record.
             */
            self: string;
            /** @description Name, in the designation of the country that makes it where that is known. */
            name: string;
            /** @description Other designations, and who uses them. */
            aliases: components["schemas"]["SystemAlias"][];
            /** @description What kind of weapon it is. */
            category: Open<components["schemas"]["AppearanceCategory"]>;
            /** @description Country that fields it: ISO 3166-1 alpha-3. */
            country: string;
            /** @description Range in kilometres. */
            range_km: components["schemas"]["Quantity"] | null;
            /** @description What the record rests on; at least one. */
            citations: components["schemas"]["Citation"][];
            /** @description URLs that name the same thing elsewhere: a Wikidata entity, say. */
            same_as: string[];
            /** @description What parties claim about it; accounts that contradict one another stand side by side. */
            claims: components["schemas"]["Claim"][];
            /** @description Anything else that a reader of the record should know. */
            note: string | null;
        };
        /** @description One page of systems. */
        WeaponSystemList: {
            /** @description The entries of this page. */
            items: components["schemas"]["WeaponSystem"][];
            /** @description Send it as `cursor` for the next page; null on the last. */
            next_cursor: string | null;
            /**
             * Format: int64
             * @description The number of all records selected; with `count=true` only.
             */
            total?: number;
        };
        /** @description A type of weapon system, not a single weapon. As a merge patch (RFC 7396): what is left out stays as it is, null takes a member away, and an array replaces the whole array. */
        WeaponSystemPatch: {
            id?: string | null;
            name?: string;
            aliases?: components["schemas"]["SystemAliasWrite"][] | null;
            category?: components["schemas"]["AppearanceCategory"];
            country?: string;
            range_km?: components["schemas"]["QuantityPatch"] | null;
            citations?: components["schemas"]["CitationWrite"][];
            same_as?: string[] | null;
            claims?: components["schemas"]["ClaimWrite"][] | null;
            note?: string | null;
        };
        /** @description A revision of a system. */
        WeaponSystemRevision: components["schemas"]["Revision"] & {
            /** @description The record as it stood; null where it was deleted. */
            record: components["schemas"]["WeaponSystem"] | null;
            /** @description With `compare` only: what differs from that revision. */
            comparison?: components["schemas"]["RevisionComparison"];
        };
        /** @description A type of weapon system, not a single weapon. As it is written: read-only members may be sent back as they were read, and are refused unless they equal what is stored; those that depend on the day, a summit's `status`, may be of any day since the record was last written. */
        WeaponSystemWrite: {
            id?: string | null;
            name: string;
            aliases?: components["schemas"]["SystemAliasWrite"][];
            category: components["schemas"]["AppearanceCategory"];
            country: string;
            range_km?: components["schemas"]["QuantityWrite"] | null;
            citations: components["schemas"]["CitationWrite"][];
            same_as?: string[];
            claims?: components["schemas"]["ClaimWrite"][];
            note?: string | null;
        };
    };
    responses: {
        /**
         * @description Bad Request.
         *
         *     - `/problems/invalid-cursor`: The cursor was not made by this service, or not for this list with these filters and this order. Cursors are opaque: follow `next_cursor` or the `Link` header as they are, or start again without one.
         *     - `/problems/invalid-parameter`: A query parameter is unknown to this resource, is repeated where it may not be, or has a value that cannot be read. Nothing is silently ignored. `errors` names each parameter, and the nearest valid name where there is one.
         *     - `/problems/invalid-header`: A header field of the request does not follow its grammar. `detail` names the field and what was expected; an entity tag, for instance, must be in double quotes (RFC 9110 §8.8.3).
         *     - `/problems/bad-request`: The request is not well-formed HTTP, or was cut off. Correct it as `detail` says; repeating it unchanged will not help.
         */
        BadPageRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Bad Request.
         *
         *     - `/problems/invalid-parameter`: A query parameter is unknown to this resource, is repeated where it may not be, or has a value that cannot be read. Nothing is silently ignored. `errors` names each parameter, and the nearest valid name where there is one.
         *     - `/problems/invalid-header`: A header field of the request does not follow its grammar. `detail` names the field and what was expected; an entity tag, for instance, must be in double quotes (RFC 9110 §8.8.3).
         *     - `/problems/bad-request`: The request is not well-formed HTTP, or was cut off. Correct it as `detail` says; repeating it unchanged will not help.
         */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Bad Request.
         *
         *     - `/problems/invalid-parameter`: A query parameter is unknown to this resource, is repeated where it may not be, or has a value that cannot be read. Nothing is silently ignored. `errors` names each parameter, and the nearest valid name where there is one.
         *     - `/problems/invalid-header`: A header field of the request does not follow its grammar. `detail` names the field and what was expected; an entity tag, for instance, must be in double quotes (RFC 9110 §8.8.3).
         *     - `/problems/bad-request`: The request is not well-formed HTTP, or was cut off. Correct it as `detail` says; repeating it unchanged will not help.
         *     - `/problems/malformed-json`: The body is empty, is not UTF-8, or is not JSON (RFC 8259), which has no NaN or Infinity, no comments and no trailing commas. `line` and `column`, counted from 1, say where reading stopped.
         *     - `/problems/json-too-deep`: Arrays and objects in the body are nested more deeply than the limit that `detail` names. No record needs that many levels.
         */
        BadWriteRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Conflict.
         *
         *     - `/problems/id-taken`: A record with this id exists or was deleted. Choose another id, or `PUT` to the record's own URL to replace it or bring it back.
         *     - `/problems/idempotency-in-progress`: A request with the same `Idempotency-Key` has not finished. Repeat this one a little later to get its answer.
         */
        Conflict: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Gone.
         *
         *     - `/problems/record-deleted`: The record existed and was deleted; its last revision stays readable at the URL given. `PUT` brings the id back.
         */
        Deleted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Conflict.
         *
         *     - `/problems/idempotency-in-progress`: A request with the same `Idempotency-Key` has not finished. Repeat this one a little later to get its answer.
         */
        InProgress: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Unprocessable Content.
         *
         *     - `/problems/validation-failed`: The body is JSON but not a valid record. `errors` lists all errors at once, each with a JSON Pointer (RFC 6901) to its place, a `code` for programs and a `detail` for people. Nothing was stored.
         */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ValidationProblem"];
            };
        };
        /**
         * @description Unprocessable Content.
         *
         *     - `/problems/validation-failed`: The body is JSON but not a valid record. `errors` lists all errors at once, each with a JSON Pointer (RFC 6901) to its place, a `code` for programs and a `detail` for people. Nothing was stored.
         *     - `/problems/idempotency-key-reused`: This `Idempotency-Key` came with another body within the last 24 hours. Use a new key for a new request.
         */
        NotCreatable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["NotCreatableProblem"];
            };
        };
        /**
         * @description Not Found.
         *
         *     - `/problems/not-found`: There is nothing at this URL, or there was nothing yet at the instant that `known_at` names.
         */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Unprocessable Content.
         *
         *     - `/problems/import-refused`: Some lines have errors, and the import was atomic. `errors` has the line of each. Correct them, or send `mode=best_effort` to import the other lines.
         *     - `/problems/idempotency-key-reused`: This `Idempotency-Key` came with another body within the last 24 hours. Use a new key for a new request.
         */
        NotImported: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["NotImportedProblem"];
            };
        };
        /**
         * @description Gone.
         *
         *     - `/problems/feed-no-longer-retained`: The change feed no longer reaches back to `after`, so changes would be missed. Note the feed's newest number (`last_seq`), read the lists again, then follow the feed from that number.
         *     - `/problems/feed-history-differs`: This service never issued that number, or never with that `chain`: it was restored from a backup or rebuilt, or the number is from another service. The caller may hold changes that no longer exist. Read the lists or `/v1/export` again, then follow the feed with `after=latest`; `last_seq` is its newest number.
         */
        NotRetained: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Gone.
         *
         *     - `/problems/feed-history-differs`: This service never issued that number, or never with that `chain`: it was restored from a backup or rebuilt, or the number is from another service. The caller may hold changes that no longer exist. Read the lists or `/v1/export` again, then follow the feed with `after=latest`; `last_seq` is its newest number.
         */
        OtherHistory: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Precondition Failed.
         *
         *     - `/problems/precondition-failed`: `If-Match` has none of the record's current entity tags, or `If-None-Match: *` was sent for a record that exists. The record was changed in between: read it again, apply the change to its current state, and send that with its `ETag`.
         */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Precondition Required.
         *
         *     - `/problems/precondition-required`: A write to an existing record must say which revision it is based on, so that no write is lost: send the record's `ETag` in `If-Match`, or `*` to overwrite whatever is there.
         */
        PreconditionRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description Conflict.
         *
         *     - `/problems/record-referenced`: The record cannot be deleted while other records refer to it. `referenced_by` lists them: change or delete them first.
         */
        Referenced: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Another error: 401, 403, 406, 413, 415, 416, 429, 500, 503. */
        Error: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description How many entries a page holds; 50 if not given. */
        limit: number;
        /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
        known_at: string;
        /** @description Only records with one of these ids (comma list). */
        id: string[];
        /** @description Only records whose texts hold all these words, by their stems and in either spelling; case and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out what has the word; there are no other operators, `OR` is a word. */
        q: string;
        /** @description Only records that cite one of these sources (comma list). */
        source: string[];
        /** @description Only records whose current revision was recorded after this instant (RFC 3339). */
        recorded_after: string;
        /** @description Only records whose dates reach to this day or later: a day, a month or a year, from its first day on. */
        from: string;
        /** @description Only records whose dates begin on this day or earlier: a day, a month or a year, up to its last day. */
        to: string;
        /** @description How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or GeoJSON. */
        limit_or_all: number;
        /** @description Where to go on: the `next_cursor` of the page before. */
        cursor: string;
        /** @description Whether to add `total`, the number of all records selected. `false` if not given. */
        count: boolean;
        /** @description Derived fields as they were on this date, today (UTC) if not given. */
        as_of: string;
        /** @description Derived fields from what had been published by this date. */
        published_until: string;
        /** @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`. */
        "If-Match": string;
        /**
         * @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`: without it the answer is `428`.
         * @example *
         */
        "If-Match-Required": string;
        /** @description `*` writes only if there is no record: creates, or fails with `412`. */
        "If-None-Match-Any": string;
        /** @description A name for this request, new for each, such as a UUID: sent again with the same key and body within 24 hours, it gets the first success again and writes nothing. */
        "Idempotency-Key": string;
        /**
         * @description Id of the source.
         * @example 38-north-2018-07-sohae
         */
        id2: string;
        /**
         * @description Id of the system.
         * @example hwasong-14
         */
        id3: string;
        /**
         * @description Id of the actor.
         * @example sarah-huckabee-sanders
         */
        id4: string;
        /**
         * @description Id of the summit.
         * @example second-trump-kim-meeting
         */
        id5: string;
        /**
         * @description Id of the communication.
         * @example kim-jong-un-letter-second-meeting
         */
        id6: string;
        /**
         * @description Id of the parade.
         * @example north-korea-2018-02
         */
        id7: string;
        /**
         * @description Id of the facility.
         * @example sohae
         */
        id8: string;
        /**
         * @description Id of the observation.
         * @example sohae-2018-07-20-to-22
         */
        id9: string;
        /** @description With `after`: the `next_chain` that came with it. Where this service never gave the two together, the answer is 410: it was restored from a backup, say, and changes would be missed. */
        chain: string;
        /** @description Only communications from or to a party of this name, or whose actor has it. Whole words of one name, in any order; case and accents ignored, `*` ends a prefix. */
        party: string;
        /** @description Only communications that concern one of these records: `summits/singapore-2018`, say. */
        regarding: string[];
        /** @description Only observations of one of these facilities. */
        facility: string[];
        /** @description Order, `-` for descending; `-date` if not given, in feeds `-recorded_at`. Ties go by id. */
        sort: components["schemas"]["SortByDateOrIdOrRecordedAt"];
        /** @description Why, in words; kept in the history and the feed. */
        reason: string;
        /** @description Only what was recorded at or after this instant (RFC 3339, or a day, month or year in UTC; inclusive). */
        from2: string;
        /** @description Only what was recorded at or before this instant (RFC 3339, or a day, month or year in UTC; inclusive). */
        to2: string;
        /** @description Number of another revision of the record, earlier or later: adds what differs from it (`comparison`). */
        compare: number;
        /** @description Order, `-` for descending; `name` if not given, in feeds `-recorded_at`. Ties go by id. */
        sort2: components["schemas"]["SortByNameOrIdOrRecordedAt"];
        /** @description Only summits with a party of this name, or whose actor has it. Whole words of one name, in any order; case and accents ignored, `*` ends a prefix. */
        party2: string;
        /** @description Only summits with a party that is one of these actors. */
        actor: string[];
        /** @description Only summits with a party from one of these countries (ISO 3166-1 alpha-3). For example `PRK`. */
        party_country: string[];
        /** @description Only summits at a place of this name. Whole words of one name, in any order; case and accents ignored, `*` ends a prefix. */
        place: string;
        /** @description Only summits at a place in one of these countries (ISO 3166-1 alpha-3). For example `PRK`. */
        country: string[];
        /** @description Only summits at places inside `west,south,east,north`, in degrees (WGS 84). */
        bbox: string;
        /** @description Only parades with one of these actors as the leader or an attendee. */
        actor2: string[];
        /** @description Only parades held by one of these countries (ISO 3166-1 alpha-3). For example `PRK`. */
        country2: string[];
        /** @description Only parades at places inside `west,south,east,north`, in degrees (WGS 84). */
        bbox2: string;
        /** @description Only what certainly was so by this date, today (UTC) if not given: what is dated counts once the latest day that its date can mean has come. */
        as_of2: string;
        /** @description Only what was public by this date: each statement counts once one of its own citations, else of its record's, names a source that had certainly appeared. */
        published_until2: string;
        /** @description Only observations made by one of these methods. */
        method: components["schemas"]["ObservationMethod"][];
        /** @description Only observations of facilities inside `west,south,east,north`, in degrees (WGS 84). */
        bbox3: string;
        /** @description Only records of one of these types (comma list). */
        type: components["schemas"]["ChangeType"][];
        /** @description Order, `-` for descending; `-date` if not given. Ties go by record, then place in it. */
        sort3: components["schemas"]["SortByDateOrIdOrRecordedAt"];
        /** @description Whether to add `total`, the number of all rows selected. `false` if not given. */
        count2: boolean;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Strong entity tag (RFC 9110, 8.8.3), one for each content coding: for `If-None-Match` on reads, and that of a record for `If-Match` on writes.
         * @example "9f86d081884c7d65"
         */
        ETag: string;
        /**
         * @description The URL of the new record.
         * @example /v1/summits/singapore-2018
         */
        Location: string;
        /**
         * @description Seconds after which to send the request again.
         * @example 5
         */
        "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getIndex: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What there is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceIndex"];
                };
            };
            400: components["responses"]["BadRequest"];
            default: components["responses"]["Error"];
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description Only changes after this number; 0, the default, is the beginning, `latest` the end. `0` if not given. */
                after?: number;
                /** @description With `after`: the `next_chain` that came with it. Where this service never gave the two together, the answer is 410: it was restored from a backup, say, and changes would be missed. */
                chain?: components["parameters"]["chain"];
                /** @description Only changes before this number. */
                before?: number;
                /** @description Only changes to records of these types (comma list). */
                type?: components["schemas"]["ChangeType"][];
                /** @description Only communications from or to a party of this name, or whose actor has it. Whole words of one name, in any order; case and accents ignored, `*` ends a prefix. */
                party?: components["parameters"]["party"];
                /** @description Only communications that concern one of these records: `summits/singapore-2018`, say. */
                regarding?: components["parameters"]["regarding"];
                /** @description Only observations of one of these facilities. */
                facility?: components["parameters"]["facility"];
                /** @description How many entries a page holds; 50 if not given. */
                limit?: components["parameters"]["limit"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stretch of the feed. Other formats: csv, xlsx, atom, jsonfeed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["BadRequest"];
            410: components["responses"]["NotRetained"];
            default: components["responses"]["Error"];
        };
    };
    listSources: {
        parameters: {
            query?: {
                /** @description Only records with one of these ids (comma list). */
                id?: components["parameters"]["id"];
                /** @description Only records whose texts hold all these words, by their stems and in either spelling; case and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out what has the word; there are no other operators, `OR` is a word. */
                q?: components["parameters"]["q"];
                /** @description Only records that cite one of these sources (comma list). */
                source?: components["parameters"]["source"];
                /** @description Only records whose current revision was recorded after this instant (RFC 3339). */
                recorded_after?: components["parameters"]["recorded_after"];
                /** @description Only records whose dates reach to this day or later: a day, a month or a year, from its first day on. */
                from?: components["parameters"]["from"];
                /** @description Only records whose dates begin on this day or earlier: a day, a month or a year, up to its last day. */
                to?: components["parameters"]["to"];
                /** @description Order, `-` for descending; `-date` if not given, in feeds `-recorded_at`. Ties go by id. */
                sort?: components["parameters"]["sort"];
                /** @description How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or GeoJSON. */
                limit?: components["parameters"]["limit_or_all"];
                /** @description Where to go on: the `next_cursor` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Whether to add `total`, the number of all records selected. `false` if not given. */
                count?: components["parameters"]["count"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. Other formats: ndjson, csv, xlsx, parquet, atom, jsonfeed, bibtex, ris, csl. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceList"];
                };
            };
            400: components["responses"]["BadPageRequest"];
            default: components["responses"]["Error"];
        };
    };
    createSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this request, new for each, such as a UUID: sent again with the same key and body within 24 hours, it gets the first success again and writes nothing. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceWrite"];
            };
        };
        responses: {
            /** @description It was created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            400: components["responses"]["BadWriteRequest"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["NotCreatable"];
            default: components["responses"]["Error"];
        };
    };
    getSource: {
        parameters: {
            query?: {
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the source.
                 * @example 38-north-2018-07-sohae
                 */
                id: components["parameters"]["id2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The source; without `Last-Modified` where other records are in it too. Other formats: bibtex, ris, csl. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Deleted"];
            default: components["responses"]["Error"];
        };
    };
    replaceSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description `*` writes only if there is no record: creates, or fails with `412`. */
                "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
            };
            path: {
                /**
                 * @description Id of the source.
                 * @example 38-north-2018-07-sohae
                 */
                id: components["parameters"]["id2"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceWrite"];
            };
        };
        responses: {
            /** @description It was replaced. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description It was created, or brought back. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            400: components["responses"]["BadWriteRequest"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Error"];
        };
    };
    deleteSource: {
        parameters: {
            query?: {
                /** @description Why, in words; kept in the history and the feed. */
                reason?: components["parameters"]["reason"];
            };
            header: {
                /**
                 * @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`: without it the answer is `428`.
                 * @example *
                 */
                "If-Match": components["parameters"]["If-Match-Required"];
            };
            path: {
                /**
                 * @description Id of the source.
                 * @example 38-north-2018-07-sohae
                 */
                id: components["parameters"]["id2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It was deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Referenced"];
            410: components["responses"]["Deleted"];
            412: components["responses"]["PreconditionFailed"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Error"];
        };
    };
    patchSource: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`: without it the answer is `428`.
                 * @example *
                 */
                "If-Match": components["parameters"]["If-Match-Required"];
            };
            path: {
                /**
                 * @description Id of the source.
                 * @example 38-north-2018-07-sohae
                 */
                id: components["parameters"]["id2"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["SourcePatch"];
            };
        };
        responses: {
            /** @description It was changed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            400: components["responses"]["BadWriteRequest"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Deleted"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Error"];
        };
    };
    listSourceRevisions: {
        parameters: {
            query?: {
                /** @description Only what was recorded at or after this instant (RFC 3339, or a day, month or year in UTC; inclusive). */
                from?: components["parameters"]["from2"];
                /** @description Only what was recorded at or before this instant (RFC 3339, or a day, month or year in UTC; inclusive). */
                to?: components["parameters"]["to2"];
                /** @description How many entries a page holds; 50 if not given. */
                limit?: components["parameters"]["limit"];
                /** @description Where to go on: the `next_cursor` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the source.
                 * @example 38-north-2018-07-sohae
                 */
                id: components["parameters"]["id2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. Other formats: csv, xlsx, atom, jsonfeed, timemap. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionList"];
                };
            };
            400: components["responses"]["BadPageRequest"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Error"];
        };
    };
    getSourceRevision: {
        parameters: {
            query?: {
                /** @description Number of another revision of the record, earlier or later: adds what differs from it (`comparison`). */
                compare?: components["parameters"]["compare"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the source.
                 * @example 38-north-2018-07-sohae
                 */
                id: components["parameters"]["id2"];
                /**
                 * @description Number of the revision of the source.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The revision. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceRevision"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Error"];
        };
    };
    listSystems: {
        parameters: {
            query?: {
                /** @description Only records with one of these ids (comma list). */
                id?: components["parameters"]["id"];
                /** @description Only records whose texts hold all these words, by their stems and in either spelling; case and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out what has the word; there are no other operators, `OR` is a word. */
                q?: components["parameters"]["q"];
                /** @description Only records that cite one of these sources (comma list). */
                source?: components["parameters"]["source"];
                /** @description Only records whose current revision was recorded after this instant (RFC 3339). */
                recorded_after?: components["parameters"]["recorded_after"];
                /** @description Only systems of one of these categories. */
                category?: components["schemas"]["AppearanceCategory"][];
                /** @description Only systems of one of these countries (ISO 3166-1 alpha-3). For example `PRK`. */
                country?: string[];
                /** @description Order, `-` for descending; `name` if not given, in feeds `-recorded_at`. Ties go by id. */
                sort?: components["parameters"]["sort2"];
                /** @description How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or GeoJSON. */
                limit?: components["parameters"]["limit_or_all"];
                /** @description Where to go on: the `next_cursor` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Whether to add `total`, the number of all records selected. `false` if not given. */
                count?: components["parameters"]["count"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. Other formats: ndjson, csv, xlsx, parquet, atom, jsonfeed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WeaponSystemList"];
                };
            };
            400: components["responses"]["BadPageRequest"];
            default: components["responses"]["Error"];
        };
    };
    createSystem: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this request, new for each, such as a UUID: sent again with the same key and body within 24 hours, it gets the first success again and writes nothing. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WeaponSystemWrite"];
            };
        };
        responses: {
            /** @description It was created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WeaponSystem"];
                };
            };
            400: components["responses"]["BadWriteRequest"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["NotCreatable"];
            default: components["responses"]["Error"];
        };
    };
    getSystem: {
        parameters: {
            query?: {
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the system.
                 * @example hwasong-14
                 */
                id: components["parameters"]["id3"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The system; without `Last-Modified` where other records are in it too. Other formats: bibtex, ris, csl. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WeaponSystem"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Deleted"];
            default: components["responses"]["Error"];
        };
    };
    replaceSystem: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description `*` writes only if there is no record: creates, or fails with `412`. */
                "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
            };
            path: {
                /**
                 * @description Id of the system.
                 * @example hwasong-14
                 */
                id: components["parameters"]["id3"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WeaponSystemWrite"];
            };
        };
        responses: {
            /** @description It was replaced. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WeaponSystem"];
                };
            };
            /** @description It was created, or brought back. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WeaponSystem"];
                };
            };
            400: components["responses"]["BadWriteRequest"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Error"];
        };
    };
    deleteSystem: {
        parameters: {
            query?: {
                /** @description Why, in words; kept in the history and the feed. */
                reason?: components["parameters"]["reason"];
            };
            header: {
                /**
                 * @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`: without it the answer is `428`.
                 * @example *
                 */
                "If-Match": components["parameters"]["If-Match-Required"];
            };
            path: {
                /**
                 * @description Id of the system.
                 * @example hwasong-14
                 */
                id: components["parameters"]["id3"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It was deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Referenced"];
            410: components["responses"]["Deleted"];
            412: components["responses"]["PreconditionFailed"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Error"];
        };
    };
    patchSystem: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`: without it the answer is `428`.
                 * @example *
                 */
                "If-Match": components["parameters"]["If-Match-Required"];
            };
            path: {
                /**
                 * @description Id of the system.
                 * @example hwasong-14
                 */
                id: components["parameters"]["id3"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["WeaponSystemPatch"];
            };
        };
        responses: {
            /** @description It was changed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WeaponSystem"];
                };
            };
            400: components["responses"]["BadWriteRequest"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Deleted"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Error"];
        };
    };
    listSystemRevisions: {
        parameters: {
            query?: {
                /** @description Only what was recorded at or after this instant (RFC 3339, or a day, month or year in UTC; inclusive). */
                from?: components["parameters"]["from2"];
                /** @description Only what was recorded at or before this instant (RFC 3339, or a day, month or year in UTC; inclusive). */
                to?: components["parameters"]["to2"];
                /** @description How many entries a page holds; 50 if not given. */
                limit?: components["parameters"]["limit"];
                /** @description Where to go on: the `next_cursor` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the system.
                 * @example hwasong-14
                 */
                id: components["parameters"]["id3"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. Other formats: csv, xlsx, atom, jsonfeed, timemap. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionList"];
                };
            };
            400: components["responses"]["BadPageRequest"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Error"];
        };
    };
    getSystemRevision: {
        parameters: {
            query?: {
                /** @description Number of another revision of the record, earlier or later: adds what differs from it (`comparison`). */
                compare?: components["parameters"]["compare"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the system.
                 * @example hwasong-14
                 */
                id: components["parameters"]["id3"];
                /**
                 * @description Number of the revision of the system.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The revision. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WeaponSystemRevision"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Error"];
        };
    };
    listActors: {
        parameters: {
            query?: {
                /** @description Only records with one of these ids (comma list). */
                id?: components["parameters"]["id"];
                /** @description Only records whose texts hold all these words, by their stems and in either spelling; case and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out what has the word; there are no other operators, `OR` is a word. */
                q?: components["parameters"]["q"];
                /** @description Only records that cite one of these sources (comma list). */
                source?: components["parameters"]["source"];
                /** @description Only records whose current revision was recorded after this instant (RFC 3339). */
                recorded_after?: components["parameters"]["recorded_after"];
                /** @description Only actors with this name or alias. Whole words of one name, in any order; case and accents ignored, `*` ends a prefix. */
                name?: string;
                /** @description Only actors of one of these kinds. */
                kind?: components["schemas"]["ActorKind"][];
                /** @description Only actors of one of these countries (ISO 3166-1 alpha-3). For example `PRK`. */
                country?: string[];
                /** @description Order, `-` for descending; `name` if not given, in feeds `-recorded_at`. Ties go by id. */
                sort?: components["parameters"]["sort2"];
                /** @description How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or GeoJSON. */
                limit?: components["parameters"]["limit_or_all"];
                /** @description Where to go on: the `next_cursor` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Whether to add `total`, the number of all records selected. `false` if not given. */
                count?: components["parameters"]["count"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. Other formats: ndjson, csv, xlsx, parquet, atom, jsonfeed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActorList"];
                };
            };
            400: components["responses"]["BadPageRequest"];
            default: components["responses"]["Error"];
        };
    };
    createActor: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this request, new for each, such as a UUID: sent again with the same key and body within 24 hours, it gets the first success again and writes nothing. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActorWrite"];
            };
        };
        responses: {
            /** @description It was created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Actor"];
                };
            };
            400: components["responses"]["BadWriteRequest"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["NotCreatable"];
            default: components["responses"]["Error"];
        };
    };
    getActor: {
        parameters: {
            query?: {
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the actor.
                 * @example sarah-huckabee-sanders
                 */
                id: components["parameters"]["id4"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The actor; without `Last-Modified` where other records are in it too. Other formats: bibtex, ris, csl. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Actor"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Deleted"];
            default: components["responses"]["Error"];
        };
    };
    replaceActor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description `*` writes only if there is no record: creates, or fails with `412`. */
                "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
            };
            path: {
                /**
                 * @description Id of the actor.
                 * @example sarah-huckabee-sanders
                 */
                id: components["parameters"]["id4"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActorWrite"];
            };
        };
        responses: {
            /** @description It was replaced. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Actor"];
                };
            };
            /** @description It was created, or brought back. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Actor"];
                };
            };
            400: components["responses"]["BadWriteRequest"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Error"];
        };
    };
    deleteActor: {
        parameters: {
            query?: {
                /** @description Why, in words; kept in the history and the feed. */
                reason?: components["parameters"]["reason"];
            };
            header: {
                /**
                 * @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`: without it the answer is `428`.
                 * @example *
                 */
                "If-Match": components["parameters"]["If-Match-Required"];
            };
            path: {
                /**
                 * @description Id of the actor.
                 * @example sarah-huckabee-sanders
                 */
                id: components["parameters"]["id4"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It was deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Referenced"];
            410: components["responses"]["Deleted"];
            412: components["responses"]["PreconditionFailed"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Error"];
        };
    };
    patchActor: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`: without it the answer is `428`.
                 * @example *
                 */
                "If-Match": components["parameters"]["If-Match-Required"];
            };
            path: {
                /**
                 * @description Id of the actor.
                 * @example sarah-huckabee-sanders
                 */
                id: components["parameters"]["id4"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ActorPatch"];
            };
        };
        responses: {
            /** @description It was changed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Actor"];
                };
            };
            400: components["responses"]["BadWriteRequest"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Deleted"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Error"];
        };
    };
    listActorRevisions: {
        parameters: {
            query?: {
                /** @description Only what was recorded at or after this instant (RFC 3339, or a day, month or year in UTC; inclusive). */
                from?: components["parameters"]["from2"];
                /** @description Only what was recorded at or before this instant (RFC 3339, or a day, month or year in UTC; inclusive). */
                to?: components["parameters"]["to2"];
                /** @description How many entries a page holds; 50 if not given. */
                limit?: components["parameters"]["limit"];
                /** @description Where to go on: the `next_cursor` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the actor.
                 * @example sarah-huckabee-sanders
                 */
                id: components["parameters"]["id4"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. Other formats: csv, xlsx, atom, jsonfeed, timemap. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionList"];
                };
            };
            400: components["responses"]["BadPageRequest"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Error"];
        };
    };
    getActorRevision: {
        parameters: {
            query?: {
                /** @description Number of another revision of the record, earlier or later: adds what differs from it (`comparison`). */
                compare?: components["parameters"]["compare"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the actor.
                 * @example sarah-huckabee-sanders
                 */
                id: components["parameters"]["id4"];
                /**
                 * @description Number of the revision of the actor.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The revision. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActorRevision"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Error"];
        };
    };
    listSummits: {
        parameters: {
            query?: {
                /** @description Only records with one of these ids (comma list). */
                id?: components["parameters"]["id"];
                /** @description Only records whose texts hold all these words, by their stems and in either spelling; case and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out what has the word; there are no other operators, `OR` is a word. */
                q?: components["parameters"]["q"];
                /** @description Only records that cite one of these sources (comma list). */
                source?: components["parameters"]["source"];
                /** @description Only records whose current revision was recorded after this instant (RFC 3339). */
                recorded_after?: components["parameters"]["recorded_after"];
                /** @description Only records whose dates reach to this day or later: a day, a month or a year, from its first day on. */
                from?: components["parameters"]["from"];
                /** @description Only records whose dates begin on this day or earlier: a day, a month or a year, up to its last day. */
                to?: components["parameters"]["to"];
                /** @description Only summits with one of these statuses by `as_of`, today (UTC) if not given; `uncertain` is found under `published_until` alone. */
                status?: components["schemas"]["SummitStatus"][];
                /** @description Only summits with a party of this name, or whose actor has it. Whole words of one name, in any order; case and accents ignored, `*` ends a prefix. */
                party?: components["parameters"]["party2"];
                /** @description Only summits with a party that is one of these actors. */
                actor?: components["parameters"]["actor"];
                /** @description Only summits with a party from one of these countries (ISO 3166-1 alpha-3). For example `PRK`. */
                party_country?: components["parameters"]["party_country"];
                /** @description Only summits at a place of this name. Whole words of one name, in any order; case and accents ignored, `*` ends a prefix. */
                place?: components["parameters"]["place"];
                /** @description Only summits at a place in one of these countries (ISO 3166-1 alpha-3). For example `PRK`. */
                country?: components["parameters"]["country"];
                /** @description Only summits at places inside `west,south,east,north`, in degrees (WGS 84). */
                bbox?: components["parameters"]["bbox"];
                /** @description Order, `-` for descending; `-date` if not given, in feeds `-recorded_at`. Ties go by id. */
                sort?: components["parameters"]["sort"];
                /** @description How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or GeoJSON. */
                limit?: components["parameters"]["limit_or_all"];
                /** @description Where to go on: the `next_cursor` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Whether to add `total`, the number of all records selected. `false` if not given. */
                count?: components["parameters"]["count"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
                /** @description Derived fields as they were on this date, today (UTC) if not given. */
                as_of?: components["parameters"]["as_of"];
                /** @description Derived fields from what had been published by this date. */
                published_until?: components["parameters"]["published_until"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. Other formats: ndjson, csv, xlsx, parquet, geojson, atom, jsonfeed, calendar, svg. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummitList"];
                };
            };
            400: components["responses"]["BadPageRequest"];
            default: components["responses"]["Error"];
        };
    };
    createSummit: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this request, new for each, such as a UUID: sent again with the same key and body within 24 hours, it gets the first success again and writes nothing. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SummitWrite"];
            };
        };
        responses: {
            /** @description It was created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Summit"];
                };
            };
            400: components["responses"]["BadWriteRequest"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["NotCreatable"];
            default: components["responses"]["Error"];
        };
    };
    getSummit: {
        parameters: {
            query?: {
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
                /** @description Derived fields as they were on this date, today (UTC) if not given. */
                as_of?: components["parameters"]["as_of"];
                /** @description Derived fields from what had been published by this date. */
                published_until?: components["parameters"]["published_until"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the summit.
                 * @example second-trump-kim-meeting
                 */
                id: components["parameters"]["id5"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The summit; without `Last-Modified` where other records are in it too. Other formats: geojson, calendar, bibtex, ris, csl, svg. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Summit"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Deleted"];
            default: components["responses"]["Error"];
        };
    };
    replaceSummit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description `*` writes only if there is no record: creates, or fails with `412`. */
                "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
            };
            path: {
                /**
                 * @description Id of the summit.
                 * @example second-trump-kim-meeting
                 */
                id: components["parameters"]["id5"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SummitWrite"];
            };
        };
        responses: {
            /** @description It was replaced. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Summit"];
                };
            };
            /** @description It was created, or brought back. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Summit"];
                };
            };
            400: components["responses"]["BadWriteRequest"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Error"];
        };
    };
    deleteSummit: {
        parameters: {
            query?: {
                /** @description Why, in words; kept in the history and the feed. */
                reason?: components["parameters"]["reason"];
            };
            header: {
                /**
                 * @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`: without it the answer is `428`.
                 * @example *
                 */
                "If-Match": components["parameters"]["If-Match-Required"];
            };
            path: {
                /**
                 * @description Id of the summit.
                 * @example second-trump-kim-meeting
                 */
                id: components["parameters"]["id5"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It was deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Referenced"];
            410: components["responses"]["Deleted"];
            412: components["responses"]["PreconditionFailed"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Error"];
        };
    };
    patchSummit: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`: without it the answer is `428`.
                 * @example *
                 */
                "If-Match": components["parameters"]["If-Match-Required"];
            };
            path: {
                /**
                 * @description Id of the summit.
                 * @example second-trump-kim-meeting
                 */
                id: components["parameters"]["id5"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["SummitPatch"];
            };
        };
        responses: {
            /** @description It was changed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Summit"];
                };
            };
            400: components["responses"]["BadWriteRequest"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Deleted"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Error"];
        };
    };
    listSummitRevisions: {
        parameters: {
            query?: {
                /** @description Only what was recorded at or after this instant (RFC 3339, or a day, month or year in UTC; inclusive). */
                from?: components["parameters"]["from2"];
                /** @description Only what was recorded at or before this instant (RFC 3339, or a day, month or year in UTC; inclusive). */
                to?: components["parameters"]["to2"];
                /** @description How many entries a page holds; 50 if not given. */
                limit?: components["parameters"]["limit"];
                /** @description Where to go on: the `next_cursor` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the summit.
                 * @example second-trump-kim-meeting
                 */
                id: components["parameters"]["id5"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. Other formats: csv, xlsx, atom, jsonfeed, timemap. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionList"];
                };
            };
            400: components["responses"]["BadPageRequest"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Error"];
        };
    };
    getSummitRevision: {
        parameters: {
            query?: {
                /** @description Number of another revision of the record, earlier or later: adds what differs from it (`comparison`). */
                compare?: components["parameters"]["compare"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the summit.
                 * @example second-trump-kim-meeting
                 */
                id: components["parameters"]["id5"];
                /**
                 * @description Number of the revision of the summit.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The revision. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummitRevision"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Error"];
        };
    };
    listCommunications: {
        parameters: {
            query?: {
                /** @description Only records with one of these ids (comma list). */
                id?: components["parameters"]["id"];
                /** @description Only records whose texts hold all these words, by their stems and in either spelling; case and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out what has the word; there are no other operators, `OR` is a word. */
                q?: components["parameters"]["q"];
                /** @description Only records that cite one of these sources (comma list). */
                source?: components["parameters"]["source"];
                /** @description Only records whose current revision was recorded after this instant (RFC 3339). */
                recorded_after?: components["parameters"]["recorded_after"];
                /** @description Only records whose dates reach to this day or later: a day, a month or a year, from its first day on. */
                from?: components["parameters"]["from"];
                /** @description Only records whose dates begin on this day or earlier: a day, a month or a year, up to its last day. */
                to?: components["parameters"]["to"];
                /** @description Only communications of one of these kinds. */
                kind?: components["schemas"]["CommunicationKind"][];
                /** @description Only communications from a party of one of these countries (ISO 3166-1 alpha-3). For example `PRK`. */
                from_country?: string[];
                /** @description Only communications to a party of one of these countries (ISO 3166-1 alpha-3). For example `PRK`. */
                to_country?: string[];
                /** @description Only communications that concern one of these records: `summits/singapore-2018`, say. */
                regarding?: components["parameters"]["regarding"];
                /** @description Only communications from or to a party of this name, or whose actor has it. Whole words of one name, in any order; case and accents ignored, `*` ends a prefix. */
                party?: components["parameters"]["party"];
                /** @description Only communications from or to one of these actors. */
                actor?: string[];
                /** @description Order, `-` for descending; `-date` if not given, in feeds `-recorded_at`. Ties go by id. */
                sort?: components["parameters"]["sort"];
                /** @description How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or GeoJSON. */
                limit?: components["parameters"]["limit_or_all"];
                /** @description Where to go on: the `next_cursor` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Whether to add `total`, the number of all records selected. `false` if not given. */
                count?: components["parameters"]["count"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. Other formats: ndjson, csv, xlsx, parquet, atom, jsonfeed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommunicationList"];
                };
            };
            400: components["responses"]["BadPageRequest"];
            default: components["responses"]["Error"];
        };
    };
    createCommunication: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this request, new for each, such as a UUID: sent again with the same key and body within 24 hours, it gets the first success again and writes nothing. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommunicationWrite"];
            };
        };
        responses: {
            /** @description It was created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Communication"];
                };
            };
            400: components["responses"]["BadWriteRequest"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["NotCreatable"];
            default: components["responses"]["Error"];
        };
    };
    getCommunication: {
        parameters: {
            query?: {
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the communication.
                 * @example kim-jong-un-letter-second-meeting
                 */
                id: components["parameters"]["id6"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The communication; without `Last-Modified` where other records are in it too. Other formats: bibtex, ris, csl. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Communication"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Deleted"];
            default: components["responses"]["Error"];
        };
    };
    replaceCommunication: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description `*` writes only if there is no record: creates, or fails with `412`. */
                "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
            };
            path: {
                /**
                 * @description Id of the communication.
                 * @example kim-jong-un-letter-second-meeting
                 */
                id: components["parameters"]["id6"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommunicationWrite"];
            };
        };
        responses: {
            /** @description It was replaced. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Communication"];
                };
            };
            /** @description It was created, or brought back. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Communication"];
                };
            };
            400: components["responses"]["BadWriteRequest"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Error"];
        };
    };
    deleteCommunication: {
        parameters: {
            query?: {
                /** @description Why, in words; kept in the history and the feed. */
                reason?: components["parameters"]["reason"];
            };
            header: {
                /**
                 * @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`: without it the answer is `428`.
                 * @example *
                 */
                "If-Match": components["parameters"]["If-Match-Required"];
            };
            path: {
                /**
                 * @description Id of the communication.
                 * @example kim-jong-un-letter-second-meeting
                 */
                id: components["parameters"]["id6"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It was deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Referenced"];
            410: components["responses"]["Deleted"];
            412: components["responses"]["PreconditionFailed"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Error"];
        };
    };
    patchCommunication: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`: without it the answer is `428`.
                 * @example *
                 */
                "If-Match": components["parameters"]["If-Match-Required"];
            };
            path: {
                /**
                 * @description Id of the communication.
                 * @example kim-jong-un-letter-second-meeting
                 */
                id: components["parameters"]["id6"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["CommunicationPatch"];
            };
        };
        responses: {
            /** @description It was changed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Communication"];
                };
            };
            400: components["responses"]["BadWriteRequest"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Deleted"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Error"];
        };
    };
    listCommunicationRevisions: {
        parameters: {
            query?: {
                /** @description Only what was recorded at or after this instant (RFC 3339, or a day, month or year in UTC; inclusive). */
                from?: components["parameters"]["from2"];
                /** @description Only what was recorded at or before this instant (RFC 3339, or a day, month or year in UTC; inclusive). */
                to?: components["parameters"]["to2"];
                /** @description How many entries a page holds; 50 if not given. */
                limit?: components["parameters"]["limit"];
                /** @description Where to go on: the `next_cursor` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the communication.
                 * @example kim-jong-un-letter-second-meeting
                 */
                id: components["parameters"]["id6"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. Other formats: csv, xlsx, atom, jsonfeed, timemap. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionList"];
                };
            };
            400: components["responses"]["BadPageRequest"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Error"];
        };
    };
    getCommunicationRevision: {
        parameters: {
            query?: {
                /** @description Number of another revision of the record, earlier or later: adds what differs from it (`comparison`). */
                compare?: components["parameters"]["compare"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the communication.
                 * @example kim-jong-un-letter-second-meeting
                 */
                id: components["parameters"]["id6"];
                /**
                 * @description Number of the revision of the communication.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The revision. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommunicationRevision"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Error"];
        };
    };
    listParades: {
        parameters: {
            query?: {
                /** @description Only records with one of these ids (comma list). */
                id?: components["parameters"]["id"];
                /** @description Only records whose texts hold all these words, by their stems and in either spelling; case and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out what has the word; there are no other operators, `OR` is a word. */
                q?: components["parameters"]["q"];
                /** @description Only records that cite one of these sources (comma list). */
                source?: components["parameters"]["source"];
                /** @description Only records whose current revision was recorded after this instant (RFC 3339). */
                recorded_after?: components["parameters"]["recorded_after"];
                /** @description Only records whose dates reach to this day or later: a day, a month or a year, from its first day on. */
                from?: components["parameters"]["from"];
                /** @description Only records whose dates begin on this day or earlier: a day, a month or a year, up to its last day. */
                to?: components["parameters"]["to"];
                /** @description Only parades with an appearance of one of these systems, shown or not. */
                system?: string[];
                /** @description Only parades with an appearance of one of these categories, or of a system of one, shown or not. */
                category?: components["schemas"]["AppearanceCategory"][];
                /** @description Only parades with an appearance of one of these presences. With `system` or `category` given, only those at which it has one of these presences by the rule of the comparison: a category was `displayed` where one of its systems was, and its absence is that of its systems, unless one of them was displayed. */
                presence?: components["schemas"]["AppearancePresence"][];
                /** @description Only parades with one of these actors as the leader or an attendee. */
                actor?: components["parameters"]["actor2"];
                /** @description Only parades held by one of these countries (ISO 3166-1 alpha-3). For example `PRK`. */
                country?: components["parameters"]["country2"];
                /** @description Only parades at places inside `west,south,east,north`, in degrees (WGS 84). */
                bbox?: components["parameters"]["bbox2"];
                /** @description Order, `-` for descending; `-date` if not given, in feeds `-recorded_at`. Ties go by id. */
                sort?: components["parameters"]["sort"];
                /** @description How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or GeoJSON. */
                limit?: components["parameters"]["limit_or_all"];
                /** @description Where to go on: the `next_cursor` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Whether to add `total`, the number of all records selected. `false` if not given. */
                count?: components["parameters"]["count"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. Other formats: ndjson, csv, xlsx, parquet, geojson, atom, jsonfeed, calendar, svg. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParadeList"];
                };
            };
            400: components["responses"]["BadPageRequest"];
            default: components["responses"]["Error"];
        };
    };
    createParade: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this request, new for each, such as a UUID: sent again with the same key and body within 24 hours, it gets the first success again and writes nothing. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParadeWrite"];
            };
        };
        responses: {
            /** @description It was created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Parade"];
                };
            };
            400: components["responses"]["BadWriteRequest"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["NotCreatable"];
            default: components["responses"]["Error"];
        };
    };
    getParade: {
        parameters: {
            query?: {
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the parade.
                 * @example north-korea-2018-02
                 */
                id: components["parameters"]["id7"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The parade; without `Last-Modified` where other records are in it too. Other formats: geojson, calendar, bibtex, ris, csl. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Parade"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Deleted"];
            default: components["responses"]["Error"];
        };
    };
    replaceParade: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description `*` writes only if there is no record: creates, or fails with `412`. */
                "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
            };
            path: {
                /**
                 * @description Id of the parade.
                 * @example north-korea-2018-02
                 */
                id: components["parameters"]["id7"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParadeWrite"];
            };
        };
        responses: {
            /** @description It was replaced. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Parade"];
                };
            };
            /** @description It was created, or brought back. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Parade"];
                };
            };
            400: components["responses"]["BadWriteRequest"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Error"];
        };
    };
    deleteParade: {
        parameters: {
            query?: {
                /** @description Why, in words; kept in the history and the feed. */
                reason?: components["parameters"]["reason"];
            };
            header: {
                /**
                 * @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`: without it the answer is `428`.
                 * @example *
                 */
                "If-Match": components["parameters"]["If-Match-Required"];
            };
            path: {
                /**
                 * @description Id of the parade.
                 * @example north-korea-2018-02
                 */
                id: components["parameters"]["id7"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It was deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Referenced"];
            410: components["responses"]["Deleted"];
            412: components["responses"]["PreconditionFailed"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Error"];
        };
    };
    patchParade: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`: without it the answer is `428`.
                 * @example *
                 */
                "If-Match": components["parameters"]["If-Match-Required"];
            };
            path: {
                /**
                 * @description Id of the parade.
                 * @example north-korea-2018-02
                 */
                id: components["parameters"]["id7"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ParadePatch"];
            };
        };
        responses: {
            /** @description It was changed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Parade"];
                };
            };
            400: components["responses"]["BadWriteRequest"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Deleted"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Error"];
        };
    };
    listParadeRevisions: {
        parameters: {
            query?: {
                /** @description Only what was recorded at or after this instant (RFC 3339, or a day, month or year in UTC; inclusive). */
                from?: components["parameters"]["from2"];
                /** @description Only what was recorded at or before this instant (RFC 3339, or a day, month or year in UTC; inclusive). */
                to?: components["parameters"]["to2"];
                /** @description How many entries a page holds; 50 if not given. */
                limit?: components["parameters"]["limit"];
                /** @description Where to go on: the `next_cursor` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the parade.
                 * @example north-korea-2018-02
                 */
                id: components["parameters"]["id7"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. Other formats: csv, xlsx, atom, jsonfeed, timemap. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionList"];
                };
            };
            400: components["responses"]["BadPageRequest"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Error"];
        };
    };
    getParadeRevision: {
        parameters: {
            query?: {
                /** @description Number of another revision of the record, earlier or later: adds what differs from it (`comparison`). */
                compare?: components["parameters"]["compare"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the parade.
                 * @example north-korea-2018-02
                 */
                id: components["parameters"]["id7"];
                /**
                 * @description Number of the revision of the parade.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The revision. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParadeRevision"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Error"];
        };
    };
    getParadeComparison: {
        parameters: {
            query?: {
                /** @description Id of the parade to compare with, of the same country; an earlier one or a later. If not given, the last one that had certainly ended before this one began and that counts under the clocks. */
                with?: string;
                /** @description Only what certainly was so by this date, today (UTC) if not given: what is dated counts once the latest day that its date can mean has come. */
                as_of?: components["parameters"]["as_of2"];
                /** @description Only what was public by this date: each statement counts once one of its own citations, else of its record's, names a source that had certainly appeared. */
                published_until?: components["parameters"]["published_until2"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the parade.
                 * @example north-korea-2018-02
                 */
                id: components["parameters"]["id7"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. Other formats: csv, xlsx, svg. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParadeComparison"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Deleted"];
            default: components["responses"]["Error"];
        };
    };
    getPresence: {
        parameters: {
            query?: {
                /** @description Only parades whose dates reach to this day or later: a day, a month or a year, from its first day on. */
                from?: string;
                /** @description Only parades whose dates begin on this day or earlier: a day, a month or a year, up to its last day. */
                to?: string;
                /** @description Only parades of one of these countries (ISO 3166-1 alpha-3, comma list). For example `PRK`. */
                country?: string[];
                /** @description Only systems of one of these categories (comma list). */
                category?: components["schemas"]["AppearanceCategory"][];
                /** @description How many entries a page holds; 50 if not given. */
                limit?: components["parameters"]["limit"];
                /** @description Where to go on: the `next_cursor` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Only what certainly was so by this date, today (UTC) if not given: what is dated counts once the latest day that its date can mean has come. */
                as_of?: components["parameters"]["as_of2"];
                /** @description Only what was public by this date: each statement counts once one of its own citations, else of its record's, names a source that had certainly appeared. */
                published_until?: components["parameters"]["published_until2"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. Other formats: svg, csv, xlsx. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParadeGrid"];
                };
            };
            400: components["responses"]["BadPageRequest"];
            default: components["responses"]["Error"];
        };
    };
    listFacilities: {
        parameters: {
            query?: {
                /** @description Only records with one of these ids (comma list). */
                id?: components["parameters"]["id"];
                /** @description Only records whose texts hold all these words, by their stems and in either spelling; case and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out what has the word; there are no other operators, `OR` is a word. */
                q?: components["parameters"]["q"];
                /** @description Only records that cite one of these sources (comma list). */
                source?: components["parameters"]["source"];
                /** @description Only records whose current revision was recorded after this instant (RFC 3339). */
                recorded_after?: components["parameters"]["recorded_after"];
                /** @description Only facilities of one of these kinds. */
                kind?: components["schemas"]["FacilityKind"][];
                /** @description Only facilities in one of these countries (ISO 3166-1 alpha-3). For example `PRK`. */
                country?: string[];
                /** @description Only facilities inside `west,south,east,north`, in degrees (WGS 84). */
                bbox?: string;
                /** @description Only facilities within `lat,lon,km`: degrees (WGS 84) and kilometres. */
                near?: string;
                /** @description Order, `-` for descending; `name` if not given, in feeds `-recorded_at`. Ties go by id. */
                sort?: components["parameters"]["sort2"];
                /** @description How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or GeoJSON. */
                limit?: components["parameters"]["limit_or_all"];
                /** @description Where to go on: the `next_cursor` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Whether to add `total`, the number of all records selected. `false` if not given. */
                count?: components["parameters"]["count"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. Other formats: ndjson, csv, xlsx, parquet, geojson, atom, jsonfeed, svg. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilityList"];
                };
            };
            400: components["responses"]["BadPageRequest"];
            default: components["responses"]["Error"];
        };
    };
    createFacility: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this request, new for each, such as a UUID: sent again with the same key and body within 24 hours, it gets the first success again and writes nothing. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FacilityWrite"];
            };
        };
        responses: {
            /** @description It was created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Facility"];
                };
            };
            400: components["responses"]["BadWriteRequest"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["NotCreatable"];
            default: components["responses"]["Error"];
        };
    };
    getFacility: {
        parameters: {
            query?: {
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the facility.
                 * @example sohae
                 */
                id: components["parameters"]["id8"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The facility; without `Last-Modified` where other records are in it too. Other formats: geojson, bibtex, ris, csl. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Facility"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Deleted"];
            default: components["responses"]["Error"];
        };
    };
    replaceFacility: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description `*` writes only if there is no record: creates, or fails with `412`. */
                "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
            };
            path: {
                /**
                 * @description Id of the facility.
                 * @example sohae
                 */
                id: components["parameters"]["id8"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FacilityWrite"];
            };
        };
        responses: {
            /** @description It was replaced. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Facility"];
                };
            };
            /** @description It was created, or brought back. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Facility"];
                };
            };
            400: components["responses"]["BadWriteRequest"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Error"];
        };
    };
    deleteFacility: {
        parameters: {
            query?: {
                /** @description Why, in words; kept in the history and the feed. */
                reason?: components["parameters"]["reason"];
            };
            header: {
                /**
                 * @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`: without it the answer is `428`.
                 * @example *
                 */
                "If-Match": components["parameters"]["If-Match-Required"];
            };
            path: {
                /**
                 * @description Id of the facility.
                 * @example sohae
                 */
                id: components["parameters"]["id8"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It was deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Referenced"];
            410: components["responses"]["Deleted"];
            412: components["responses"]["PreconditionFailed"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Error"];
        };
    };
    patchFacility: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`: without it the answer is `428`.
                 * @example *
                 */
                "If-Match": components["parameters"]["If-Match-Required"];
            };
            path: {
                /**
                 * @description Id of the facility.
                 * @example sohae
                 */
                id: components["parameters"]["id8"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["FacilityPatch"];
            };
        };
        responses: {
            /** @description It was changed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Facility"];
                };
            };
            400: components["responses"]["BadWriteRequest"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Deleted"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Error"];
        };
    };
    listFacilityRevisions: {
        parameters: {
            query?: {
                /** @description Only what was recorded at or after this instant (RFC 3339, or a day, month or year in UTC; inclusive). */
                from?: components["parameters"]["from2"];
                /** @description Only what was recorded at or before this instant (RFC 3339, or a day, month or year in UTC; inclusive). */
                to?: components["parameters"]["to2"];
                /** @description How many entries a page holds; 50 if not given. */
                limit?: components["parameters"]["limit"];
                /** @description Where to go on: the `next_cursor` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the facility.
                 * @example sohae
                 */
                id: components["parameters"]["id8"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. Other formats: csv, xlsx, atom, jsonfeed, timemap. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionList"];
                };
            };
            400: components["responses"]["BadPageRequest"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Error"];
        };
    };
    getFacilityRevision: {
        parameters: {
            query?: {
                /** @description Number of another revision of the record, earlier or later: adds what differs from it (`comparison`). */
                compare?: components["parameters"]["compare"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the facility.
                 * @example sohae
                 */
                id: components["parameters"]["id8"];
                /**
                 * @description Number of the revision of the facility.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The revision. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilityRevision"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Error"];
        };
    };
    getFacilityStatus: {
        parameters: {
            query?: {
                /** @description Only what certainly was so by this date, today (UTC) if not given: what is dated counts once the latest day that its date can mean has come. */
                as_of?: components["parameters"]["as_of2"];
                /** @description Only what was public by this date: each statement counts once one of its own citations, else of its record's, names a source that had certainly appeared. */
                published_until?: components["parameters"]["published_until2"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the facility.
                 * @example sohae
                 */
                id: components["parameters"]["id8"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. Other formats: csv, xlsx. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilityStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Deleted"];
            default: components["responses"]["Error"];
        };
    };
    getFacilityStatusHistory: {
        parameters: {
            query?: {
                /** @description How many entries a page holds; 50 if not given. */
                limit?: components["parameters"]["limit"];
                /** @description Where to go on: the `next_cursor` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Only what certainly was so by this date, today (UTC) if not given: what is dated counts once the latest day that its date can mean has come. */
                as_of?: components["parameters"]["as_of2"];
                /** @description Only what was public by this date: each statement counts once one of its own citations, else of its record's, names a source that had certainly appeared. */
                published_until?: components["parameters"]["published_until2"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the facility.
                 * @example sohae
                 */
                id: components["parameters"]["id8"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. Other formats: csv, xlsx. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilityStatusHistory"];
                };
            };
            400: components["responses"]["BadPageRequest"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Deleted"];
            default: components["responses"]["Error"];
        };
    };
    getFacilityStatusPeriods: {
        parameters: {
            query?: {
                /** @description Only what certainly was so by this date, today (UTC) if not given: what is dated counts once the latest day that its date can mean has come. */
                as_of?: components["parameters"]["as_of2"];
                /** @description Only what was public by this date: each statement counts once one of its own citations, else of its record's, names a source that had certainly appeared. */
                published_until?: components["parameters"]["published_until2"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the facility.
                 * @example sohae
                 */
                id: components["parameters"]["id8"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. Other formats: svg, csv, xlsx. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilityStatusPeriods"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Deleted"];
            default: components["responses"]["Error"];
        };
    };
    listObservations: {
        parameters: {
            query?: {
                /** @description Only records with one of these ids (comma list). */
                id?: components["parameters"]["id"];
                /** @description Only records whose texts hold all these words, by their stems and in either spelling; case and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out what has the word; there are no other operators, `OR` is a word. */
                q?: components["parameters"]["q"];
                /** @description Only records that cite one of these sources (comma list). */
                source?: components["parameters"]["source"];
                /** @description Only records whose current revision was recorded after this instant (RFC 3339). */
                recorded_after?: components["parameters"]["recorded_after"];
                /** @description Only records whose dates reach to this day or later: a day, a month or a year, from its first day on. */
                from?: components["parameters"]["from"];
                /** @description Only records whose dates begin on this day or earlier: a day, a month or a year, up to its last day. */
                to?: components["parameters"]["to"];
                /** @description Only observations of one of these facilities. */
                facility?: components["parameters"]["facility"];
                /** @description Only observations with a finding on, or activity at, one of these components. */
                component?: string[];
                /** @description Only observations with a finding of one of these states; with `component` given, of that component. */
                state?: components["schemas"]["FindingState"][];
                /** @description Only observations made by one of these methods. */
                method?: components["parameters"]["method"];
                /** @description Only observations of facilities inside `west,south,east,north`, in degrees (WGS 84). */
                bbox?: components["parameters"]["bbox3"];
                /** @description Order, `-` for descending; `-date` if not given, in feeds `-recorded_at`. Ties go by id. */
                sort?: components["parameters"]["sort"];
                /** @description How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or GeoJSON. */
                limit?: components["parameters"]["limit_or_all"];
                /** @description Where to go on: the `next_cursor` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Whether to add `total`, the number of all records selected. `false` if not given. */
                count?: components["parameters"]["count"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. Other formats: ndjson, csv, xlsx, parquet, geojson, atom, jsonfeed, svg. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObservationList"];
                };
            };
            400: components["responses"]["BadPageRequest"];
            default: components["responses"]["Error"];
        };
    };
    createObservation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A name for this request, new for each, such as a UUID: sent again with the same key and body within 24 hours, it gets the first success again and writes nothing. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObservationWrite"];
            };
        };
        responses: {
            /** @description It was created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Observation"];
                };
            };
            400: components["responses"]["BadWriteRequest"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["NotCreatable"];
            default: components["responses"]["Error"];
        };
    };
    getObservation: {
        parameters: {
            query?: {
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the observation.
                 * @example sohae-2018-07-20-to-22
                 */
                id: components["parameters"]["id9"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The observation; without `Last-Modified` where other records are in it too. Other formats: geojson, bibtex, ris, csl. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Observation"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Deleted"];
            default: components["responses"]["Error"];
        };
    };
    replaceObservation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description `*` writes only if there is no record: creates, or fails with `412`. */
                "If-None-Match"?: components["parameters"]["If-None-Match-Any"];
            };
            path: {
                /**
                 * @description Id of the observation.
                 * @example sohae-2018-07-20-to-22
                 */
                id: components["parameters"]["id9"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObservationWrite"];
            };
        };
        responses: {
            /** @description It was replaced. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Observation"];
                };
            };
            /** @description It was created, or brought back. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Observation"];
                };
            };
            400: components["responses"]["BadWriteRequest"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Error"];
        };
    };
    deleteObservation: {
        parameters: {
            query?: {
                /** @description Why, in words; kept in the history and the feed. */
                reason?: components["parameters"]["reason"];
            };
            header: {
                /**
                 * @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`: without it the answer is `428`.
                 * @example *
                 */
                "If-Match": components["parameters"]["If-Match-Required"];
            };
            path: {
                /**
                 * @description Id of the observation.
                 * @example sohae-2018-07-20-to-22
                 */
                id: components["parameters"]["id9"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It was deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Referenced"];
            410: components["responses"]["Deleted"];
            412: components["responses"]["PreconditionFailed"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Error"];
        };
    };
    patchObservation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `ETag` of the record that the write is based on, of any of its variants and codings, or `*`: without it the answer is `428`.
                 * @example *
                 */
                "If-Match": components["parameters"]["If-Match-Required"];
            };
            path: {
                /**
                 * @description Id of the observation.
                 * @example sohae-2018-07-20-to-22
                 */
                id: components["parameters"]["id9"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ObservationPatch"];
            };
        };
        responses: {
            /** @description It was changed. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Observation"];
                };
            };
            400: components["responses"]["BadWriteRequest"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["Deleted"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Invalid"];
            428: components["responses"]["PreconditionRequired"];
            default: components["responses"]["Error"];
        };
    };
    listObservationRevisions: {
        parameters: {
            query?: {
                /** @description Only what was recorded at or after this instant (RFC 3339, or a day, month or year in UTC; inclusive). */
                from?: components["parameters"]["from2"];
                /** @description Only what was recorded at or before this instant (RFC 3339, or a day, month or year in UTC; inclusive). */
                to?: components["parameters"]["to2"];
                /** @description How many entries a page holds; 50 if not given. */
                limit?: components["parameters"]["limit"];
                /** @description Where to go on: the `next_cursor` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the observation.
                 * @example sohae-2018-07-20-to-22
                 */
                id: components["parameters"]["id9"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. Other formats: csv, xlsx, atom, jsonfeed, timemap. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionList"];
                };
            };
            400: components["responses"]["BadPageRequest"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Error"];
        };
    };
    getObservationRevision: {
        parameters: {
            query?: {
                /** @description Number of another revision of the record, earlier or later: adds what differs from it (`comparison`). */
                compare?: components["parameters"]["compare"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the observation.
                 * @example sohae-2018-07-20-to-22
                 */
                id: components["parameters"]["id9"];
                /**
                 * @description Number of the revision of the observation.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The revision. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObservationRevision"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Error"];
        };
    };
    getSituation: {
        parameters: {
            query?: {
                /** @description Only what certainly was so by this date, today (UTC) if not given: what is dated counts once the latest day that its date can mean has come. */
                as_of?: components["parameters"]["as_of2"];
                /** @description Only what was public by this date: each statement counts once one of its own citations, else of its record's, names a source that had certainly appeared. */
                published_until?: components["parameters"]["published_until2"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Situation"];
                };
            };
            400: components["responses"]["BadRequest"];
            default: components["responses"]["Error"];
        };
    };
    getTimeline: {
        parameters: {
            query?: {
                /** @description Only entries whose dates reach to this day or later: a day, a month or a year, from its first day on. */
                from?: string;
                /** @description Only entries whose dates begin on this day or earlier: a day, a month or a year, up to its last day. */
                to?: string;
                /** @description Only entries of one of these kinds (comma list). */
                kind?: components["schemas"]["TimelineEntryKind"][];
                /** @description Only what concerns one of these countries (ISO 3166-1 alpha-3, comma list): that of a party to a summit or of its place, of the sender or receiver of a communication, of a parade, of the facility observed. For example `PRK`. */
                country?: string[];
                /** @description Only observations of one of these facilities, and communications regarding one of them (comma list). */
                facility?: string[];
                /** @description Only what one of these actors took part in (comma list): summits as a party or by taking the step, communications as sender or receiver, parades as leader or attendee. */
                actor?: string[];
                /** @description Only what happened around this record (`summits/singapore-2018`, say): within `days` of its date, or where it has none of its last step by the clocks. */
                near?: string;
                /** @description With `near`: how many days before and after, 0 to 3660; 30 if not given. */
                days?: number;
                /** @description Order, `-date` if not given: newest first. What began on one day goes by kind. */
                sort?: components["schemas"]["SortByDate"];
                /** @description How many entries a page holds; 50 if not given. */
                limit?: components["parameters"]["limit"];
                /** @description Where to go on: the `next_cursor` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Only what certainly was so by this date, today (UTC) if not given: what is dated counts once the latest day that its date can mean has come. */
                as_of?: components["parameters"]["as_of2"];
                /** @description Only what was public by this date: each statement counts once one of its own citations, else of its record's, names a source that had certainly appeared. */
                published_until?: components["parameters"]["published_until2"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. Other formats: csv, xlsx, atom, jsonfeed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            400: components["responses"]["BadPageRequest"];
            default: components["responses"]["Error"];
        };
    };
    getSearch: {
        parameters: {
            query: {
                /**
                 * @description The words to look for, all of which must stand in a record: in any of its texts, names, ids and enumeration values. They are found by their stem (`dismantled` finds `dismantling`), in British and American spelling, Korean ones with any particle; case, accents, apostrophes, and whether hyphens or blanks join a name (`Hwasong-17`), make no difference. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out what has the word; there are no other operators, `OR` is a word. A system or facility is found by any of its names; records that only name it by its id, by that id: ask their list, `/v1/parades?system=` say.
                 * @example kim
                 */
                q: string;
                /** @description Only records of one of these types (comma list). */
                type?: components["parameters"]["type"];
                /** @description How many entries a page holds; 50 if not given. */
                limit?: components["parameters"]["limit"];
                /** @description Where to go on: the `next_cursor` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Only what certainly was so by this date, any day if not given: what is dated counts once the latest day that its date can mean has come. */
                as_of?: string;
                /** @description Only what was public by this date: each statement counts once one of its own citations, else of its record's, names a source that had certainly appeared. */
                published_until?: components["parameters"]["published_until2"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. Other formats: csv, xlsx. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Search"];
                };
            };
            400: components["responses"]["BadPageRequest"];
            default: components["responses"]["Error"];
        };
    };
    listSteps: {
        parameters: {
            query?: {
                /** @description Only steps of records with one of these ids (comma list). */
                id?: string[];
                /** @description Only records whose texts hold all these words, by their stems and in either spelling; case and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out what has the word; there are no other operators, `OR` is a word. */
                q?: components["parameters"]["q"];
                /** @description Only steps whose citations name one of these sources (comma list). */
                source?: string[];
                /** @description Only records whose current revision was recorded after this instant (RFC 3339). */
                recorded_after?: components["parameters"]["recorded_after"];
                /** @description Only steps whose dates reach to this day or later: a day, a month or a year, from its first day on. */
                from?: string;
                /** @description Only steps whose dates begin on this day or earlier: a day, a month or a year, up to its last day. */
                to?: string;
                /** @description Only summits with a party of this name, or whose actor has it. Whole words of one name, in any order; case and accents ignored, `*` ends a prefix. */
                party?: components["parameters"]["party2"];
                /** @description Only summits with a party that is one of these actors. */
                actor?: components["parameters"]["actor"];
                /** @description Only summits with a party from one of these countries (ISO 3166-1 alpha-3). For example `PRK`. */
                party_country?: components["parameters"]["party_country"];
                /** @description Only summits at a place of this name. Whole words of one name, in any order; case and accents ignored, `*` ends a prefix. */
                place?: components["parameters"]["place"];
                /** @description Only summits at a place in one of these countries (ISO 3166-1 alpha-3). For example `PRK`. */
                country?: components["parameters"]["country"];
                /** @description Only summits at places inside `west,south,east,north`, in degrees (WGS 84). */
                bbox?: components["parameters"]["bbox"];
                /** @description Only steps to one of these statuses (comma list). */
                status?: components["schemas"]["StepStatus"][];
                /** @description Only steps taken by a party of this name, or whose actor has it. Whole words of one name, in any order; case and accents ignored, `*` ends a prefix. */
                by?: string;
                /** @description Only steps taken by one of these actors (comma list). */
                by_actor?: string[];
                /** @description Order, `-` for descending; `-date` if not given. Ties go by record, then place in it. */
                sort?: components["parameters"]["sort3"];
                /** @description How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or GeoJSON. */
                limit?: components["parameters"]["limit_or_all"];
                /** @description Where to go on: the `next_cursor` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Whether to add `total`, the number of all rows selected. `false` if not given. */
                count?: components["parameters"]["count2"];
                /** @description Only what certainly was so by this date, today (UTC) if not given: what is dated counts once the latest day that its date can mean has come. */
                as_of?: components["parameters"]["as_of2"];
                /** @description Only what was public by this date: each statement counts once one of its own citations, else of its record's, names a source that had certainly appeared. */
                published_until?: components["parameters"]["published_until2"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. Other formats: ndjson, csv, xlsx, parquet, atom, jsonfeed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepList"];
                };
            };
            400: components["responses"]["BadPageRequest"];
            default: components["responses"]["Error"];
        };
    };
    listAppearances: {
        parameters: {
            query?: {
                /** @description Only appearances of records with one of these ids (comma list). */
                id?: string[];
                /** @description Only records whose texts hold all these words, by their stems and in either spelling; case and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out what has the word; there are no other operators, `OR` is a word. */
                q?: components["parameters"]["q"];
                /** @description Only appearances whose citations name one of these sources (comma list). */
                source?: string[];
                /** @description Only records whose current revision was recorded after this instant (RFC 3339). */
                recorded_after?: components["parameters"]["recorded_after"];
                /** @description Only appearances whose dates reach to this day or later: a day, a month or a year, from its first day on. */
                from?: string;
                /** @description Only appearances whose dates begin on this day or earlier: a day, a month or a year, up to its last day. */
                to?: string;
                /** @description Only parades with one of these actors as the leader or an attendee. */
                actor?: components["parameters"]["actor2"];
                /** @description Only parades held by one of these countries (ISO 3166-1 alpha-3). For example `PRK`. */
                country?: components["parameters"]["country2"];
                /** @description Only parades at places inside `west,south,east,north`, in degrees (WGS 84). */
                bbox?: components["parameters"]["bbox2"];
                /** @description Only appearances of one of these systems, shown or not (comma list). */
                system?: string[];
                /** @description Only appearances of one of these categories, or of a system of one (comma list). */
                category?: components["schemas"]["AppearanceCategory"][];
                /** @description Only appearances with one of these presences, as the record states it (comma list). */
                presence?: components["schemas"]["AppearancePresence"][];
                /** @description Only appearances stated, or inferred. */
                basis?: components["schemas"]["ClaimBasis"][];
                /** @description Only appearances of systems identified with this certainty (comma list). */
                identification?: components["schemas"]["AppearanceIdentification"][];
                /** @description Order, `-` for descending; `-date` if not given. Ties go by record, then place in it. */
                sort?: components["parameters"]["sort3"];
                /** @description How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or GeoJSON. */
                limit?: components["parameters"]["limit_or_all"];
                /** @description Where to go on: the `next_cursor` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Whether to add `total`, the number of all rows selected. `false` if not given. */
                count?: components["parameters"]["count2"];
                /** @description Only what certainly was so by this date, today (UTC) if not given: what is dated counts once the latest day that its date can mean has come. */
                as_of?: components["parameters"]["as_of2"];
                /** @description Only what was public by this date: each statement counts once one of its own citations, else of its record's, names a source that had certainly appeared. */
                published_until?: components["parameters"]["published_until2"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. Other formats: ndjson, csv, xlsx, parquet, atom, jsonfeed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppearanceList"];
                };
            };
            400: components["responses"]["BadPageRequest"];
            default: components["responses"]["Error"];
        };
    };
    listFindings: {
        parameters: {
            query?: {
                /** @description Only findings of records with one of these ids (comma list). */
                id?: string[];
                /** @description Only records whose texts hold all these words, by their stems and in either spelling; case and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out what has the word; there are no other operators, `OR` is a word. */
                q?: components["parameters"]["q"];
                /** @description Only findings whose citations name one of these sources (comma list). */
                source?: string[];
                /** @description Only records whose current revision was recorded after this instant (RFC 3339). */
                recorded_after?: components["parameters"]["recorded_after"];
                /** @description Only findings whose dates reach to this day or later: a day, a month or a year, from its first day on. */
                from?: string;
                /** @description Only findings whose dates begin on this day or earlier: a day, a month or a year, up to its last day. */
                to?: string;
                /** @description Only observations of one of these facilities. */
                facility?: components["parameters"]["facility"];
                /** @description Only observations made by one of these methods. */
                method?: components["parameters"]["method"];
                /** @description Only observations of facilities inside `west,south,east,north`, in degrees (WGS 84). */
                bbox?: components["parameters"]["bbox3"];
                /** @description Only findings on one of these components (comma list). */
                component?: string[];
                /** @description Only findings of one of these states (comma list). */
                state?: components["schemas"]["FindingState"][];
                /** @description Only findings in one of these aspects (comma list). */
                aspect?: components["schemas"]["FindingAspect"][];
                /** @description Order, `-` for descending; `-date` if not given. Ties go by record, then place in it. */
                sort?: components["parameters"]["sort3"];
                /** @description How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or GeoJSON. */
                limit?: components["parameters"]["limit_or_all"];
                /** @description Where to go on: the `next_cursor` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Whether to add `total`, the number of all rows selected. `false` if not given. */
                count?: components["parameters"]["count2"];
                /** @description Only what certainly was so by this date, today (UTC) if not given: what is dated counts once the latest day that its date can mean has come. */
                as_of?: components["parameters"]["as_of2"];
                /** @description Only what was public by this date: each statement counts once one of its own citations, else of its record's, names a source that had certainly appeared. */
                published_until?: components["parameters"]["published_until2"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. Other formats: ndjson, csv, xlsx, parquet, geojson, atom, jsonfeed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingList"];
                };
            };
            400: components["responses"]["BadPageRequest"];
            default: components["responses"]["Error"];
        };
    };
    listClaims: {
        parameters: {
            query?: {
                /** @description Only claims of records with one of these ids (comma list). */
                id?: string[];
                /** @description Only records whose texts hold all these words, by their stems and in either spelling; case and accents ignored. `"joint statement"` is a phrase, `missil*` a prefix, and `-word` leaves out what has the word; there are no other operators, `OR` is a word. */
                q?: components["parameters"]["q"];
                /** @description Only claims whose citations name one of these sources (comma list). */
                source?: string[];
                /** @description Only records whose current revision was recorded after this instant (RFC 3339). */
                recorded_after?: components["parameters"]["recorded_after"];
                /** @description Only claims whose dates reach to this day or later: a day, a month or a year, from its first day on. */
                from?: string;
                /** @description Only claims whose dates begin on this day or earlier: a day, a month or a year, up to its last day. */
                to?: string;
                /** @description Only claims of records of one of these types (comma list). */
                type?: components["schemas"]["ChangeType"][];
                /** @description Only claims by a party of this name, or whose actor has it. Whole words of one name, in any order; case and accents ignored, `*` ends a prefix. */
                by?: string;
                /** @description Only claims by one of these actors (comma list). */
                by_actor?: string[];
                /** @description Only claims with one of these stances (comma list). */
                stance?: components["schemas"]["ClaimStance"][];
                /** @description Only claims about this place in their record, a JSON Pointer such as `/steps/0`, or about a place within it; else only claims about a topic with these words. Whole words of one name, in any order; case and accents ignored, `*` ends a prefix. */
                about?: string;
                /** @description Order, `-` for descending; `-date` if not given. Ties go by record, then place in it. */
                sort?: components["parameters"]["sort3"];
                /** @description How many entries a page holds; 50 if not given. `all` streams all, in CSV, NDJSON or GeoJSON. */
                limit?: components["parameters"]["limit_or_all"];
                /** @description Where to go on: the `next_cursor` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Whether to add `total`, the number of all rows selected. `false` if not given. */
                count?: components["parameters"]["count2"];
                /** @description Only what certainly was so by this date, today (UTC) if not given: what is dated counts once the latest day that its date can mean has come. */
                as_of?: components["parameters"]["as_of2"];
                /** @description Only what was public by this date: each statement counts once one of its own citations, else of its record's, names a source that had certainly appeared. */
                published_until?: components["parameters"]["published_until2"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. Other formats: ndjson, csv, xlsx, parquet, atom, jsonfeed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimList"];
                };
            };
            400: components["responses"]["BadPageRequest"];
            default: components["responses"]["Error"];
        };
    };
    exportRecords: {
        parameters: {
            query?: {
                /** @description Only records of one of these types (comma list). */
                type?: components["parameters"]["type"];
                /** @description Only records made by changes after this number: to continue an interrupted export, the `seq` of the last line received. */
                after?: number;
                /** @description With `after`: the `next_chain` that came with it. Where this service never gave the two together, the answer is 410: it was restored from a backup, say, and changes would be missed. */
                chain?: components["parameters"]["chain"];
                /** @description Answer as the service would have at this instant (RFC 3339, inclusive, not in the future). */
                known_at?: components["parameters"]["known_at"];
                /** @description Derived fields as they were on this date, today (UTC) if not given. */
                as_of?: components["parameters"]["as_of"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One record a line. Other formats: ndjson. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["BadRequest"];
            410: components["responses"]["OtherHistory"];
            default: components["responses"]["Error"];
        };
    };
    importRecords: {
        parameters: {
            query?: {
                /** @description `atomic`: all lines or, if one has an error, none; lines may name one another in any order. `best_effort`: each line as a write of its own, in order; lines with errors are left out. `atomic` if not given. */
                mode?: components["schemas"]["ImportReportMode"];
                /** @description `true` reports what the import would do, and stores nothing. `false` if not given. */
                dry_run?: boolean;
                /** @description Why existing records change, in words; stored in the history and the feed. */
                reason?: string;
            };
            header?: {
                /** @description A name for this request, new for each, such as a UUID: sent again with the same key and body within 24 hours, it gets the first success again and writes nothing. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
                "application/ndjson": string;
                "application/jsonl": string;
                "text/csv": string;
            };
        };
        responses: {
            /** @description What came of each line. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            409: components["responses"]["InProgress"];
            422: components["responses"]["NotImported"];
            default: components["responses"]["Error"];
        };
    };
    listProblems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All kinds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemKindList"];
                };
            };
            400: components["responses"]["BadRequest"];
            default: components["responses"]["Error"];
        };
    };
    getProblem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description What follows `/problems/` in the `type` of a problem.
                 * @example not-found
                 */
                slug: "bad-request" | "malformed-json" | "json-too-deep" | "invalid-parameter" | "invalid-cursor" | "invalid-header" | "unauthorized" | "forbidden" | "not-found" | "method-not-allowed" | "not-acceptable" | "request-timeout" | "id-taken" | "record-referenced" | "idempotency-in-progress" | "record-deleted" | "feed-no-longer-retained" | "feed-history-differs" | "precondition-failed" | "payload-too-large" | "uri-too-long" | "unsupported-media-type" | "validation-failed" | "import-refused" | "idempotency-key-reused" | "range-not-satisfiable" | "precondition-required" | "rate-limited" | "request-header-fields-too-large" | "internal-error" | "service-unavailable";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The kind of problem. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemKind"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Error"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It answers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["BadRequest"];
            default: components["responses"]["Error"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            400: components["responses"]["BadRequest"];
            default: components["responses"]["Error"];
        };
    };
}
