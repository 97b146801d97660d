// Modules that fixtures import and that are not installed: what they export is any.
declare module '@langchain/openai';
declare module '@nestjs/common';
declare module '@nestjs/config';
declare module 'axios';
declare module 'express';
declare module 'form-data';
declare module 'got';
declare module 'langfuse';
declare module 'next';
declare module 'next/server';
declare module 'node-fetch';
declare module 'undici';
declare module 'vscode';
declare module 'zod';
